/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.terminal.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BackfillPageTest {
    private static final Terminal COLOURS = new Terminal(true, 80, true, true);
    private static final BackfillReport REPORT = new BackfillReport(
            "harbour",
            "2026-01-29..2026-01-31",
            false,
            List.of(
                    DayLine.of("2026-01-29", DayLine.Outcome.UNCHANGED, List.of()),
                    DayLine.of("2026-01-30", DayLine.Outcome.PUBLISHED, List.of()),
                    DayLine.of("2026-01-31", DayLine.Outcome.DUE, List.of()).failed(20, "no such file")),
            3.2,
            20,
            List.of());

    @Test
    void whatWentWellAndWhatDidNotHaveAColour() {
        assertThat(BackfillPage.of(REPORT, COLOURS).lines().findFirst().orElseThrow())
                .isEqualTo("harbour 2026-01-29..2026-01-31: 1 unchanged, \u001b[1;32m1 published\u001b[0m,"
                        + " \u001b[1;31m1 failed\u001b[0m in 3.2 s");
    }

    @Test
    void aFileGetsNoColours() {
        assertThat(BackfillPage.of(REPORT, Terminal.PLAIN))
                .doesNotContain("\u001b")
                .contains("! 2026-01-31: no such file");
    }
}
