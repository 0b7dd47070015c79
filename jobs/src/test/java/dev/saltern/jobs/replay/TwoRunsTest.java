/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.report.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoRunsTest {
    private static final Map<String, SetAsideRows.Count> TEN =
            Map.of("s", new SetAsideRows.Count(10, Map.of("r", 10L)));
    private static final Map<String, SetAsideRows.Count> FOUR = Map.of("s", new SetAsideRows.Count(4, Map.of("r", 4L)));

    @Test
    void whatLeftTheQuarantineCameBackOrWasLeftOut() {
        ReplayReport report = compare(run(100, 90, 10, 0), run(100, 95, 4, 1), TEN, FOUR);
        assertThat(report.balanced()).isTrue();
        assertThat(report.sources()).containsExactly(new ReplayReport.SourceLine("s", 100L, 100L, 10, 4, 5L, 1L));
        assertThat(report.rules()).containsExactly(new ReplayReport.RuleLine("s", "r", 10, 4));
        assertThat(ReplayPage.of(report)).contains("p 2026-01-31: 5 of 10 quarantined rows came back\n");
    }

    @Test
    void aRowThatIsLostIsTold() {
        ReplayReport report = compare(run(100, 90, 10, 0), run(100, 95, 4, 0), TEN, FOUR);
        assertThat(report.balanced()).isFalse();
        assertThat(ReplayPage.of(report))
                .contains("! The row account does not balance: s: 10 rows were set aside and 4 are,"
                        + " but 5 more were kept and 0 more left out\n")
                .doesNotContain("the account balances over both runs");
    }

    @Test
    void theQuarantineTableIsCountedApart() {
        ReplayReport report = compare(run(100, 90, 10, 0), run(100, 96, 4, 0), TEN, TEN);
        assertThat(report.imbalances())
                .contains("s: 10 rows are in the quarantine table after, 4 by the report of the run");
    }

    @Test
    void changedRawFilesAreNoImbalance() {
        ReplayReport report = compare(run(100, 90, 10, 0), run(101, 97, 4, 0), TEN, FOUR);
        assertThat(report.balanced()).isTrue();
        assertThat(report.notes())
                .containsExactly("The raw files of s have changed: 100 rows were read then, 101 now."
                        + " What came back cannot be told from what is new");
    }

    private static ReplayReport compare(
            RunReport earlier,
            RunReport later,
            Map<String, SetAsideRows.Count> before,
            Map<String, SetAsideRows.Count> after) {
        Ledger ledger = new Ledger();
        new TwoRuns(earlier, later, before, after, ledger).compare();
        return ledger.report("p", "2026-01-31", ReplayReport.Outcome.REPLAYED, later);
    }

    private static RunReport run(long read, long kept, long quarantined, long dropped) {
        RunReport.SourceLine source =
                new RunReport.SourceLine("s", 1, read, 0, read, kept, quarantined, dropped, 0, Map.of(), 0, Map.of());
        return new RunReport(
                "r",
                "p",
                "2026-01-31",
                RunReport.Verdict.PUBLISHED,
                0,
                "key",
                "2026-02-01T00:00:00Z",
                1,
                List.of(source),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
