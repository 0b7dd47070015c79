/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalternRunTest {
    @Test
    void phasesAreThoseOfTheWholeCommand() throws IOException {
        String page = """
                {"phases": [{"name": "planning x 2026-01-31", "seconds": 1}, {"name": "writing a: 1", "seconds": 2},
                    {"name": "writing a: 2", "seconds": 3}], "stages": [{"startSecond": 0.5}, {"startSecond": 4}]}
                """;
        DayPhases phases = SalternRun.phases(new ObjectMapper().readTree(page), 7).after("opening Spark", 10);
        assertThat(phases.seconds())
                .containsExactly(
                        entry("opening Spark", 10.0),
                        entry("planning x", 1.0),
                        entry("writing a", 5.0),
                        entry("writing the report", 7.0),
                        entry(DayPhases.FIRST_TASK, 10.5));
        assertThat(DayPhases.NONE.after("opening Spark", 10).seconds()).isEmpty();
    }

    @Test
    void aFreshProcessHasStartedToo() {
        DayRound told = DayRounds.of(DayEntrant.SALTERN, "a", 0, 5, 9, Map.of(DayPhases.FIRST_TASK, 2.0));
        DayRound waited = told.tookSeconds(8);
        assertThat(waited.wallSeconds()).isEqualTo(8);
        assertThat(waited.phases().seconds())
                .containsExactly(entry("starting the process", 3.0), entry(DayPhases.FIRST_TASK, 5.0));
    }

    @Test
    void linesAreTimedWhenTheyEnd() {
        TimedLines lines = new TimedLines();
        PrintWriter out = new PrintWriter(lines);
        out.print("  0.1 s  plan");
        assertThat(lines.until("planning")).isEmpty();
        out.println("ning");
        double told = lines.until("planning").orElseThrow();
        out.println("  0.2 s  planning again");
        assertThat(lines.until("planning")).hasValue(told);
        assertThat(told).isBetween(0.0, lines.seconds());
    }
}
