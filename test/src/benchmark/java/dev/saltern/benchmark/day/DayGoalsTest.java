/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayGoalsTest {
    @Test
    void theReportCountsAsPublishing() {
        assertThat(warm(DayRounds.of(
                        DayEntrant.SALTERN,
                        "a",
                        1,
                        100,
                        50,
                        Map.of("staging readings", 93.0, "publishing", 3.0, "writing the report", 4.0))))
                .contains("| publish and report at most 5 % of the day, warm | 7.0 % | **missed** |")
                .doesNotContain("quality");
    }

    @Test
    void qualityIsWhatADayWithoutRulesDoesNotNeed() {
        assertThat(warm(
                        DayRounds.of(DayEntrant.SALTERN, "a", 1, 100, 50),
                        DayRounds.of(DayEntrant.WITHOUT_RULES, "a", 1, 92, 40),
                        DayRounds.of(DayEntrant.SALTERN, "b", 1, 1_000, 500),
                        DayRounds.of(DayEntrant.WITHOUT_RULES, "b", 1, 920, 400)))
                .contains("| quality's wall at most 10 % of the day, warm | 8.0 % | met |")
                .contains("| quality's CPU at most 10 % of the day, warm | 20.0 % | **missed** |");
    }

    private static String warm(DayRound... rounds) {
        return DayGoals.table(new DayFigures(List.of()), new DayFigures(List.of(rounds)));
    }
}
