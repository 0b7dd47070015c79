/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrappedTest {
    @Test
    void aParagraphIsBrokenAtBlanksAndKeepsItsOwnLines() {
        assertThat(Wrapped.paragraph("  ", "! one two three\nfour\u001b[2J", 14))
                .isEqualTo("""
                  ! one two
                    three
                    four\\u001b
                      [2J
                """);
    }

    @Test
    void aWordThatIsTooLongIsBrokenWithinAndNothingIsLost() {
        assertThat(Wrapped.lines("x".repeat(25), 10)).containsExactly("xxxxxxxxxx", "  xxxxxxxx", "  xxxxxxx");
        assertThat(Wrapped.lines("short", Integer.MAX_VALUE)).containsExactly("short");
    }
}
