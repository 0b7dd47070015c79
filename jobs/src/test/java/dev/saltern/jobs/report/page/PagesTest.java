/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.observe.Resources;
import dev.saltern.jobs.report.Figures;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>";

    /** Every text of a page that may come from a file, a table or a person, at once. */
    private static RunPage hostile() {
        RunReport report = Reports.of(
                        "2026-01-31", RunReport.Verdict.REFUSED, List.of(Reports.rule(HOSTILE, "FAILED", 0.5)))
                .noting(HOSTILE);
        Map<String, String> words = Map.of("word", HOSTILE);
        return new RunPage(
                RunPage.FORMAT,
                report,
                List.of(new NextStep(HOSTILE, HOSTILE)),
                new RowAccount(
                        List.of(new RowAccount.Node("a", RowAccount.Part.READ, RowAccount.Kind.READ, HOSTILE, 1)),
                        List.of()),
                RuleTrends.of(List.of(report)),
                List.of(),
                List.of(new Phase(HOSTILE, 0, 1), new Phase(HOSTILE, 1, 1)),
                List.of(),
                Resources.NONE,
                List.of(new TableFiles(
                        HOSTILE,
                        HOSTILE,
                        List.of(),
                        List.of(new ColumnChange(HOSTILE, HOSTILE, ColumnChange.Change.RETYPED, HOSTILE)),
                        HOSTILE)),
                List.of(),
                new LineageGraph(
                        List.of(new LineageGraph.Node("n", LineageGraph.Kind.STEP, HOSTILE, HOSTILE, 1)),
                        List.of(new LineageGraph.Edge(HOSTILE, HOSTILE))),
                new QuarantineSample(
                        HOSTILE,
                        1,
                        List.of(new QuarantineSample.Reason(
                                HOSTILE,
                                HOSTILE,
                                1,
                                List.of(new QuarantineSample.SampleRow(
                                        HOSTILE, 1L, HOSTILE, false, List.of(HOSTILE))))),
                        true),
                new RunCosts(HOSTILE, null, null, null),
                new Surroundings(words, words, words, words));
    }

    @Test
    void noTextOfARunIsTakenForHtml() {
        String page = Pages.run(new RunView(hostile(), "run"));

        assertThat(page).doesNotContain("<script>alert", "<img src=x");
        assertThat(page.split("<script", -1)).hasSize(4);
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void theJsonOfARunComesBackAsItWas() {
        RunPage page = hostile();
        assertThat(Json.read(Json.line(page), RunPage.class)).isEqualTo(page);
    }

    @Test
    void figuresReadTheSameInEveryLanguage() {
        assertThat(List.of(Figures.count(1, "file"), Figures.count(20_000, "file")))
                .containsExactly("1 file", "20,000 files");
        assertThat(List.of(Figures.bytes(512L), Figures.bytes(1_536L), Figures.bytes(5L << 30)))
                .containsExactly("512 B", "1.5 KB", "5.0 GB");
        assertThat(List.of(Figures.seconds(0.44), Figures.seconds(725), Figures.seconds(12_000)))
                .containsExactly("0.4 s", "12 min 5 s", "3 h 20 min");
        assertThat(List.of(Figures.number(0.6666666667), Figures.number(202.0), Figures.number(1e-7)))
                .containsExactly("0.666667", "202", "1e-07");
        assertThat(List.of(Figures.percent(1, 3), Figures.percent(1, 100_000_000), Figures.percent(0, 0)))
                .containsExactly("33.3%", "< 0.01%", "0.0%");
    }
}
