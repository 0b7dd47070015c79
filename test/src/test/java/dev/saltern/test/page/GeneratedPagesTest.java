/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.saltern.jobs.report.page.Pages;
import dev.saltern.jobs.report.page.RunView;
import dev.saltern.jobs.report.past.HistoryPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages of runs that never were: one of a very large run, and the history of a year of three pipelines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GeneratedPagesTest {
    private static final long MAX_BYTES = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 2;

    private Path folder;
    private Chromium chromium;
    private PastYear year;
    private Path history;

    @BeforeAll
    void startBrowser(@TempDir Path empty) throws IOException {
        chromium = Chromium.start();
        folder = empty;
        year = new PastYear(folder.resolve("lake"));
        year.write();
        history = Path.of(new HistoryPages(year.lake(), new Configuration()).write());
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** 200 tables, 2,000 rules and 10,000 partitions, to be read at once and sent by mail. */
    @Test
    void aLargePageOpensWithinTwoSecondsAndStaysBelowFiveMegabytes() throws IOException {
        Path file = folder.resolve("large.html");
        Files.writeString(file, Pages.run(new RunView(new LargeRun(200, 2_000, 10_000).page(), "large")));
        assertThat(Files.size(file)).isLessThan(MAX_BYTES);
        Duration least = Duration.ofDays(1);
        for (int i = 0; i < TRIES; i++) {
            long begun = System.nanoTime();
            try (OpenPage open = chromium.open(file)) {
                open.page().waitForSelector("[data-chart=read] svg");
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                least = took.compareTo(least) < 0 ? took : least;
                assertThat(open.text("h1")).startsWith("large");
                assertThat(open.complaints()).isEmpty();
                assertThat(open.text("#rules")).contains("and 1,750 more, in the JSON beside this page");
            }
        }
        System.getLogger("pages").log(System.Logger.Level.INFO, "{0} bytes in {1}", Files.size(file), least);
        assertThat(least).isLessThan(PATIENCE);
        try (OpenPage open = chromium.open(file)) {
            open.page().locator("[data-filter=rules-table]").fill("column_40\"");
            assertThat(open.text("[data-filtered=rules-table]")).isEqualTo("1 of 250 shown");
        }
    }

    @Test
    void theHistoryShowsDaysTrendsAndRunsOfEachPipeline() {
        history("history-dark", ColorScheme.DARK, 1280);
        history("history-phone", ColorScheme.LIGHT, 390);
    }

    private void history(String name, ColorScheme scheme, int width) {
        try (OpenPage open = chromium.open(history, scheme, width, 900).unfold()) {
            assertThat(open.page().locator("[data-chart=days] svg").count()).isEqualTo(1);
            assertThat(open.page().locator("[data-chart=line] svg").count()).isEqualTo(7);
            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
            // One look is enough: the rules for screen readers take seconds for so many rows.
            if (scheme == ColorScheme.DARK) {
                assertThat(open.barriers()).isEmpty();
            }
            open.picture(name);
        }
    }

    @Test
    void onePipelineCanBeChosen() {
        try (OpenPage open = chromium.open(history)) {
            assertThat(open.figure("h1 .scope")).isEqualTo(year.runs());
            open.page().locator("#pipeline").selectOption("retail");
            assertThat(open.text("#shown")).isEqualTo(PastYear.DAYS + " runs");
            assertThat(open.page().locator("#runs tbody tr:visible").allInnerTexts())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).contains("retail"));
            open.picture("history-light");
        }
    }
}
