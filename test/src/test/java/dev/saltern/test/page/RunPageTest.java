/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.saltern.test.day.Saltern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real reports in a real browser: a clean day, a skewed day with hostile rows, a refused one, a failed one, and one that is up to date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunPageTest {
    /** A look takes seconds: the page that has everything is looked at in all ways, each other one in one. */
    private static final Map<String, Look> LOOKS =
            Map.of("clean", Look.LIGHT, "refused", Look.PHONE, "failed", Look.DARK, "up-to-date", Look.LIGHT);

    private final Map<Path, OpenPage> open = new HashMap<>();
    private Chromium chromium;
    private Harbour harbour;
    private RealPages pages;

    @BeforeAll
    void runDays(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        harbour = new Harbour(folder);
        pages = RealPages.of(harbour);
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            open.values().forEach(OpenPage::close);
            chromium.close();
        }
    }

    /** Returns a page that is read and not touched: opened once for all tests. */
    private OpenPage page(Path file) {
        return open.computeIfAbsent(file, chromium::open);
    }

    @Test
    void theVerdictComesFirstWithWhatToDoNext() {
        List<String> verdicts = new ArrayList<>();
        for (Path file : pages.all()) {
            OpenPage page = page(file);
            verdicts.add(page.text("#verdict .badge"));
            assertThat(page.page().locator(".next code").first().isVisible()).isTrue();
            assertThat(page.page().locator(".next code").allInnerTexts())
                    .allSatisfy(command -> assertThat(command).startsWith("saltern "));
        }
        assertThat(verdicts).containsExactly("published", "published", "refused", "failed", "up to date");
        assertThat(page(pages.refused()).text(".failures"))
                .contains(
                        "levels: 41 of 64 rows are quarantined (max-quarantined is 5.0%)",
                        "levels: RowCount > 100 is broken: observed 23, required > 100");
        assertThat(page(pages.refused()).text(".next")).contains("saltern run harbour --date 2026-01-31");
        assertThat(page(pages.failed()).text(".failures")).contains("1 of 1 files cannot be read whole");
    }

    @Test
    void theTaskTimesOfASkewedStepStandBesideThoseBeforeItsTreatment() {
        assertThat(page(pages.skewed()).text("#skew .times")).contains("before: " + Harbour.CLEAN, "this run");
    }

    @Test
    void aPageThatCannotBeWrittenFailsNoRun() throws IOException {
        harbour.spoilPages();
        try {
            Saltern.Answer answer = harbour.run(Harbour.LATER);
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            assertThat(answer.out()).contains("published in", "note: Cannot write the page of run ");
            assertThat(answer.out()).doesNotContain("report: ");
        } finally {
            harbour.restorePages();
        }
    }

    @Test
    void figuresAreThoseOfTheJson() throws IOException {
        for (Path file : pages.full()) {
            JsonNode json = PageJson.of(file).report();
            OpenPage page = page(file);
            long read = 0;
            long setAside = 0;
            for (JsonNode source : json.path("sources")) {
                read += source.path("read").asLong();
                setAside += source.path("corrupt").asLong()
                        + source.path("quarantined").asLong()
                        + source.path("dropped").asLong();
                assertThat(cells(page, "tr[data-source=" + source.path("source").asText() + "]"))
                        .containsExactly(PageJson.counts(
                                source,
                                "files",
                                "read",
                                "corrupt",
                                "quarantined",
                                "dropped",
                                "outside",
                                "elsewhere",
                                "kept"));
            }
            assertThat(read).isPositive();
            assertThat(page.figure("[data-figure=read]")).isEqualTo(read);
            assertThat(page.figure("[data-figure=setAside]")).isEqualTo(setAside);
            for (JsonNode table : json.path("tables")) {
                assertThat(cells(page, "tr[data-table=" + table.path("table").asText() + "]"))
                        .startsWith(PageJson.counts(table, "rows", "quarantined", "dropped", "partitions"));
            }
            assertThat(page.page().locator("#rules-table tbody tr").count())
                    .isEqualTo(json.path("rules").size());
        }
    }

    @Test
    void thePictureOfTheRowsBalances() throws IOException {
        for (Path file : pages.full()) {
            PageJson json = PageJson.of(file);
            assertThat(json.imbalances()).isEmpty();
            assertThat(json.root().path("account").path("flows").size()).isGreaterThan(3);
        }
    }

    @Test
    void hostileCellsAreText() {
        for (Path file : List.of(pages.skewed(), pages.refused())) {
            OpenPage page = page(file).unfold();
            String quarantine = page.text("#quarantine").replace("\u00a0", " ");
            for (String note : Harbour.HOSTILE_NOTES) {
                String start = note.substring(0, Math.min(40, note.length()));
                assertThat(quarantine).contains(start.replace("\"", "\"\""));
            }
            assertThat(page.page().title()).startsWith("harbour ");
            assertThat(page.page().locator("img").count()).isZero();
            assertThat(page.page().locator("script").count()).isEqualTo(3);
            assertThat(page.complaints()).isEmpty();
        }
    }

    @Test
    void whatSlippedThroughWouldNotRunAndAskNobody() {
        try (OpenPage open = chromium.open(pages.clean())) {
            open.page().evaluate("""
                    () => {
                      document.body.insertAdjacentHTML('beforeend', '<img src="x.png" onerror="document.title=1">');
                      const script = document.createElement('script');
                      script.textContent = 'document.title = 2';
                      document.body.append(script);
                      return fetch('https://example.org/').catch(() => 0);
                    }""");
            assertThat(open.page().title()).startsWith("harbour ");
            assertThat(open.complaints()).isNotEmpty().allMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @Test
    void everyPageCanBeUsedByEverybody() {
        pages.byName().forEach((name, file) -> {
            for (Look look : Look.values()) {
                if (look == LOOKS.getOrDefault(name, look)) {
                    look(name, file, look);
                }
            }
        });
    }

    private void look(String name, Path file, Look look) {
        try (OpenPage page =
                chromium.open(file, look.scheme, look.width, look.height).unfold()) {
            assertThat(page.page()
                            .locator("[data-chart=read] svg, [data-chart=lineage] svg")
                            .count())
                    .isEqualTo(pages.full().contains(file) ? 2 : 1);
            assertThat(page.requests()).isEmpty();
            assertThat(page.complaints()).isEmpty();
            assertThat(page.page().evaluate("document.documentElement.scrollWidth"))
                    .as("%s %s", name, look)
                    .isEqualTo(look.width);
            assertThat(page.barriers()).as("%s %s", name, look).isEmpty();
            page.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
        }
    }

    private enum Look {
        LIGHT(ColorScheme.LIGHT, 1280, 900),
        DARK(ColorScheme.DARK, 1280, 900),
        PHONE(ColorScheme.LIGHT, 390, 844);

        private final ColorScheme scheme;
        private final int width;
        private final int height;

        Look(ColorScheme scheme, int width, int height) {
            this.scheme = scheme;
            this.width = width;
            this.height = height;
        }
    }

    @Test
    void keysAloneAreEnoughAndEveryChartHasAName() {
        try (OpenPage open = chromium.open(pages.skewed())) {
            open.page().keyboard().press("Tab");
            assertThat(open.page().locator(":focus").innerText()).isEqualTo("Skip to the report");
            Locator fold = open.page().locator("#time summary").first();
            fold.focus();
            open.page().keyboard().press("Enter");
            assertThat(open.page().locator("#time details").first().getAttribute("open"))
                    .isNotNull();
            assertThat(open.page().locator("[data-chart]").all())
                    .isNotEmpty()
                    .allSatisfy(
                            chart -> assertThat(List.of(chart.getAttribute("role"), chart.getAttribute("aria-label")))
                                    .startsWith("img")
                                    .doesNotContain(""));
        }
    }

    @Test
    void aPrintedPageIsLight() {
        try (OpenPage open = chromium.open(pages.skewed(), ColorScheme.DARK, 1280, 900)) {
            assertThat(open.print("skewed-print")).hasSizeGreaterThan(20_000);
        }
    }

    @Test
    void theHistoryLinksToEveryRun() {
        assertThat(harbour.run("history", "--html").out().strip()).endsWith("_pages/history.html");
        try (OpenPage open = chromium.open(harbour.historyPage()).unfold()) {
            assertThat(open.page().locator("#runs tbody tr").count()).isGreaterThanOrEqualTo(5);
            assertThat(open.barriers()).isEmpty();
            open.page()
                    .locator("#runs [href$='" + pages.refused().getFileName() + "#quarantine']")
                    .click();
            assertThat(open.page().url()).endsWith(pages.refused().getFileName() + "#quarantine");
            assertThat(open.text("h1")).isEqualTo("harbour 2026-01-31");
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void secretsAreHidden() throws IOException {
        assertThat(Files.readString(pages.skewed()))
                .doesNotContain("open-sesame")
                .contains("spark.saltern.test.password");
        assertThat(Files.readString(PageJson.file(pages.skewed()))).doesNotContain("open-sesame");
    }

    private static List<String> cells(OpenPage open, String row) {
        return open.page().locator(row).first().locator("td").allInnerTexts();
    }
}
