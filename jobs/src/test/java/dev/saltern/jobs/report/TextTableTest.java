/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void cellsStayOnTheirLineAndLeaveTheTerminalAlone() {
        TextTable table = new TextTable(List.of("note"));
        table.add(List.of("a\nb\u001b[2Jc\u0000"));

        assertThat(table.toString()).isEqualTo("  note\n  a\\nb\\u001b[2Jc\\u0000\n");
    }
}
