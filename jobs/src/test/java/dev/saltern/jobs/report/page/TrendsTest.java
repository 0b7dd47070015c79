/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.observe.TaskSpread;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendsTest {
    private static final RunReport.Verdict PUBLISHED = RunReport.Verdict.PUBLISHED;

    @Test
    void eachRuleHasAValueOfEachRunThatJudgedTheOldestFirst() {
        RuleTrends trends = RuleTrends.of(List.of(
                Reports.of(
                        "2026-01-31",
                        PUBLISHED,
                        List.of(Reports.rule("a", "PASSED", 3.0), Reports.rule("b", "FAILED", null))),
                Reports.of("2026-01-30", RunReport.Verdict.UP_TO_DATE, List.of()),
                Reports.of("2026-01-29", PUBLISHED, List.of(Reports.rule("a", "PASSED", 1.0)))));

        assertThat(trends.runs()).extracting(RuleTrends.Run::scope).containsExactly("2026-01-29", "2026-01-31");
        assertThat(trends.rules().get(0).values()).containsExactly(1.0, 3.0);
        assertThat(trends.rules().get(1).values()).containsExactly(null, 0.25);
    }

    @Test
    void aTreatedStepIsHeldAgainstTheLastRunThatDidNotTreatIt() {
        TaskSpread slow = TaskSpread.of(List.of(10L, 10L, 90L));
        TaskSpread even = TaskSpread.of(List.of(30L, 31L, 35L));
        List<SkewTimes> times = SkewTimes.of(List.of(
                Reports.of("2026-01-31", PUBLISHED, List.of(), List.of(skew("salt", even))),
                Reports.of("2026-01-30", PUBLISHED, List.of(), List.of(skew("salt", even))),
                Reports.of("2026-01-29", PUBLISHED, List.of(), List.of(skew("none", slow)))));

        assertThat(times).containsExactly(new SkewTimes("located", "salt", even, slow, "2026-01-29"));
        assertThat(slow.heaviestOverMedian()).isEqualTo(9);
        assertThat(even.median()).isEqualTo(31);
    }

    private static SkewLine skew(String treatment, TaskSpread tasks) {
        return new SkewLine("located", treatment, "why", List.of(), List.of(), 0, null, tasks);
    }
}
