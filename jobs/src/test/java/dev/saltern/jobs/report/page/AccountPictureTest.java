/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AccountPictureTest {
    @Property(tries = 200)
    void whateverWasReadThePictureBalances(@ForAll @IntRange(min = 1, max = 40) int sources, @ForAll long seed) {
        Random random = new Random(seed);
        List<RunReport.SourceLine> lines = new ArrayList<>();
        List<RunReport.TableLine> tables = new ArrayList<>();
        List<QuarantineSample.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            int quarantined = random.nextInt(4);
            lines.add(Reports.source(
                    "s" + i,
                    random.nextInt(1000),
                    random.nextInt(3),
                    quarantined,
                    random.nextInt(2),
                    random.nextInt(2)));
            tables.add(new RunReport.TableLine("t" + i, 1L, 1, random.nextInt(100), random.nextInt(3), 0, 1L, null));
            for (int row = 0; row < quarantined; row++) {
                reasons.add(new QuarantineSample.Reason("s" + i, "rule " + row, 1, List.of()));
            }
        }
        RunReport report = Reports.of("2026-01-31", RunReport.Verdict.PUBLISHED, lines, tables, List.of(), List.of());

        RowAccount account = AccountPicture.of(report, Map.of(), Map.of(), new QuarantineSample("q", 1, reasons, true));

        assertThat(account.balances()).as(account.toString()).isTrue();
        long read = lines.stream().mapToLong(RunReport.SourceLine::read).sum();
        assertThat(rows(account, RowAccount.Kind.READ)).isEqualTo(read);
    }

    @Test
    void quarantinedRowsGoToTheFirstRuleThatTheyBreak() {
        QuarantineSample quarantine = new QuarantineSample(
                "harbour_quarantine",
                8,
                List.of(
                        new QuarantineSample.Reason("readings", "corrupt", 3, List.of()),
                        new QuarantineSample.Reason("readings", "IsComplete", 4, List.of()),
                        new QuarantineSample.Reason("readings", "type", 1, List.of())),
                true);
        RunReport report = Reports.of("2026-01-31", RunReport.Verdict.PUBLISHED, List.of());

        RowAccount account = AccountPicture.of(report, Map.of(), Map.of("daily", "means"), quarantine);

        assertThat(account.flows())
                .contains(
                        new RowAccount.Flow("read readings", "corrupt readings", 3),
                        new RowAccount.Flow("quarantined readings", "rule readings IsComplete", 4),
                        new RowAccount.Flow("quarantined readings", "rule readings type", 1),
                        new RowAccount.Flow("given daily", "written daily", 90));
        assertThat(account.nodes()).extracting(RowAccount.Node::label).contains("means");
    }

    @Test
    void countsOfAPartOfTheQuarantineAreNotDrawn() {
        QuarantineSample part = new QuarantineSample(
                "harbour_quarantine", 8, List.of(new QuarantineSample.Reason("readings", "type", 2, List.of())), false);
        RunReport report = Reports.of("2026-01-31", RunReport.Verdict.PUBLISHED, List.of());

        RowAccount account = AccountPicture.of(report, Map.of(), Map.of(), part);

        assertThat(account.balances()).isTrue();
        assertThat(account.nodes()).extracting(RowAccount.Node::label).doesNotContain("type");
    }

    @Test
    void duplicatesFollowTheRowsThatTheStepRead() {
        RunReport deduped = Reports.deduped(new RunReport.DuplicatesLine("unique", 90, 7, 83));

        RowAccount account = AccountPicture.of(
                deduped, Map.of("unique", "readings"), Map.of(), new QuarantineSample("q", 0, List.of(), true));

        assertThat(account.balances()).isTrue();
        assertThat(account.flows())
                .contains(
                        new RowAccount.Flow("kept readings", "kept unique", 83),
                        new RowAccount.Flow("kept readings", "duplicates unique", 7));
    }

    private static long rows(RowAccount account, RowAccount.Kind kind) {
        return account.nodes().stream()
                .filter(node -> node.kind() == kind)
                .mapToLong(RowAccount.Node::rows)
                .sum();
    }
}
