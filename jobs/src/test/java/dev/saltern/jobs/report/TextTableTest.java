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

    @Test
    void aTableThatIsTooWideBreaksItsWidestText() {
        TextTable table = new TextTable(List.of("on", "rule", "rows"));
        table.add(List.of(
                "readings", "ColumnValues \"value\" between -60 and 60 where \"metric = 'temperature'\"", "12"));

        assertThat(table.within(60).toString()).isEqualTo("""
                  on        rule                                        rows
                  readings  ColumnValues "value" between -60 and 60       12
                              where "metric = 'temperature'"
                """);
        assertThat(table.within(Integer.MAX_VALUE).toString()).hasLineCount(2);
        assertThat(table.within(30).toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }
}
