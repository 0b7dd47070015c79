/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.RunSetting;
import dev.saltern.jobs.report.page.PageFolder;
import dev.saltern.jobs.report.page.Reports;
import dev.saltern.jobs.report.page.RunCosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryPagesTest {
    @TempDir
    private Path lake;

    private final Configuration hadoop = new Configuration();

    @BeforeEach
    void threeRuns() throws IOException {
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        run("2026-01-29", RunReport.Verdict.PUBLISHED);
        run("2026-01-30", RunReport.Verdict.REFUSED);
        run("2026-01-31", RunReport.Verdict.PUBLISHED);
    }

    private Path run(String day, RunReport.Verdict verdict) throws IOException {
        RunReport report = Reports.of(day, verdict, List.of());
        return Path.of(new History(lake.toString(), hadoop).add(report));
    }

    private String page() throws IOException {
        return Files.readString(Path.of(new HistoryPages(lake.toString(), hadoop).write()));
    }

    @Test
    void theLatestRunStandsFirst() throws IOException {
        String page = page();
        assertThat(page)
                .containsSubsequence(
                        ">2026-01-31 03:00:00<", ">2026-01-30 03:00:00<", "refused", ">2026-01-29 03:00:00<");
        assertThat(page).contains("no page").doesNotContain("<a href=\"harbour/");
    }

    @Test
    void aReportThatHasALineIsNotReadAgain() throws IOException {
        page();
        Path old =
                lake.resolve("_reports/harbour/2026-01-29T030000Z-20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2.json");
        Files.writeString(old, "no report any more");
        run("2026-02-01", RunReport.Verdict.PUBLISHED);

        assertThat(page()).contains(">2026-01-29 03:00:00<", ">2026-02-01 03:00:00<");
    }

    @Test
    void aLostLineComesBackAndAnOldOneGoes() throws IOException {
        page();
        Path index = lake.resolve("_pages/harbour/history.jsonl");
        List<String> lines = Files.readAllLines(index);
        assertThat(lines).hasSize(3);
        Files.write(index, lines.subList(0, 1));
        Files.delete(
                lake.resolve("_reports/harbour/2026-01-29T030000Z-20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2.json"));

        assertThat(page())
                .contains(">2026-01-30 03:00:00<", ">2026-01-31 03:00:00<")
                .doesNotContain(">2026-01-29 03:00:00<");
        assertThat(Files.readAllLines(index)).hasSize(2);
    }

    @Test
    void runsWithAPageAreLinked() throws IOException {
        String name = "2026-01-31T030000Z-20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2.html";
        Files.createDirectories(lake.resolve("_pages/harbour"));
        Files.writeString(lake.resolve("_pages/harbour/" + name), "<!DOCTYPE html>");

        assertThat(page())
                .contains("<a href=\"harbour/" + name + "\">", "<a href=\"harbour/" + name + "#quarantine\">");
    }

    @Test
    void whatALaunchCostIsKnownOnceItHasEnded() throws IOException {
        RunReport launched = Reports.of("2026-02-02", RunReport.Verdict.PUBLISHED, List.of())
                .under(new RunSetting("launch-1", 1, 2, null, null, null, null));
        new History(lake.toString(), hadoop).add(launched);
        assertThat(page()).doesNotContain("$0.4200");

        Files.createDirectories(lake.resolve("_launches/harbour"));
        Files.writeString(lake.resolve("_launches/harbour/launch-1.json"), "{\"launch\": \"launch-1\", \"usd\": 0.42}");

        assertThat(page()).contains("$0.4200");
        Files.delete(lake.resolve("_launches/harbour/launch-1.json"));
        assertThat(page()).as("it is kept").contains("$0.4200");
    }

    @Test
    void theReportOfALaunchedRunShowsItsEstimateAndThenItsCost() throws IOException {
        RunReport launched = Reports.of("2026-02-02", RunReport.Verdict.PUBLISHED, List.of())
                .under(new RunSetting("launch-1", 1, 2, null, null, null, null));
        new History(lake.toString(), hadoop).add(launched);
        Path launches = Files.createDirectories(lake.resolve("_launches/harbour"));
        Files.writeString(launches.resolve("launch-1.estimate.json"), "{\"usdLow\": 0.25, \"usdHigh\": 1.5}");
        RunCosts known = new LaunchCosts(lake.toString(), hadoop).of("harbour", "launch-1");
        new PageFolder(lake.toString(), hadoop).write(Reports.page(launched, known), Map.of());
        Path report = lake.resolve("_pages/harbour/" + launched.fileName() + ".html");
        assertThat(report)
                .content()
                .contains("data-figure=\"estimate\">$0.2500 to $1.50<", "known once the launch has ended");

        Files.writeString(launches.resolve("launch-1.json"), "{\"launch\": \"launch-1\", \"usd\": 0.42}");
        page();

        assertThat(report).content().contains("data-figure=\"cost\">$0.4200<", "of $0.2500 to $1.50");
        assertThat(lake.resolve("_pages/harbour/" + launched.fileName() + ".json"))
                .content()
                .contains("\"actual\":0.42");
    }

    @Test
    void aPageOfAnotherFormIsLeftAlone() throws IOException {
        RunReport launched = Reports.of("2026-02-02", RunReport.Verdict.PUBLISHED, List.of())
                .under(new RunSetting("launch-1", 1, 2, null, null, null, null));
        new History(lake.toString(), hadoop).add(launched);
        Files.createDirectories(lake.resolve("_launches/harbour"));
        Files.writeString(lake.resolve("_launches/harbour/launch-1.json"), "{\"usd\": 0.42}");
        Path json = lake.resolve("_pages/harbour/" + launched.fileName() + ".json");
        Files.createDirectories(lake.resolve("_pages/harbour"));
        Files.writeString(json, "{\"report\": 5}");

        assertThat(page()).contains("$0.4200");
        assertThat(json).hasContent("{\"report\": 5}");
    }
}
