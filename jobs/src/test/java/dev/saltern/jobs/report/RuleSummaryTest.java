/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.report.page.Reports;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RuleSummaryTest {
    private static final String LONG = "ColumnValues \"note\" in [" + "\"a long word\", ".repeat(60) + "\"end\"]";

    private static RunReport.RuleLine rule(
            String text, String action, String outcome, @Nullable Double observed, String required, long bad) {
        return new RunReport.RuleLine(
                "levels", text, action, outcome, observed, required, bad, 2_000, List.of("ts=1"), text, "footers");
    }

    private static RunReport report(RunReport.RuleLine... rules) {
        return Reports.of("2026-01-31", RunReport.Verdict.REFUSED, List.of(rules));
    }

    private static final RunReport BROKEN = report(
            rule("RowCount > 2500", "FAIL", "FAILED", 2_000.0, "> 2500", 0),
            rule("Completeness \"note\" > 0.9", "WARN", "FAILED", 0.876, "> 0.9", 247),
            rule("IsComplete \"gauge\"", "QUARANTINE", "FAILED", 0.5, "not NULL", 1_000),
            rule("IsUnique \"gauge\"", "FAIL", "PASSED", 1.0, "unique", 0));

    @Test
    void whatIsBrokenStandsInColumns() {
        assertThat(RuleSummary.of(BROKEN, 80, false)).isEqualTo("""

                  rules: 1 of 3 hold (3 by footers)
                          on      rule                       observed  required  bad rows
                  broken  levels  RowCount > 2500               2,000  > 2500
                  warns   levels  Completeness "note" > 0.9     87.6%  > 0.9     247 of 2,000
                  --verbose shows rows that break them
                """);
    }

    @Test
    void aLongRuleIsShortenedAndToldInFullWhenAsked() {
        RunReport report = report(rule(LONG, "FAIL", "FAILED", 0.9999999, "in [" + LONG + "]", 3));

        String few = RuleSummary.of(report, 80, false);
        assertThat(few).contains("…", "> 99.9%", "3 of 2,000").doesNotContain("\"end\"");
        assertThat(few.lines().count()).isLessThan(13);
        assertThat(few.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(RuleSummary.of(report, 80, true)).contains("\"end\"", "such as ts=1");
    }

    @Test
    void rulesThatHoldTakeOneLine() {
        assertThat(RuleSummary.of(report(rule("RowCount > 0", "FAIL", "PASSED", 1.0, "> 0", 0)), 80, false))
                .isEqualTo("\n  rules: 1 of 1 hold (1 by footers)\n");
        assertThat(RuleSummary.of(report(), 80, false)).isEmpty();
    }
}
