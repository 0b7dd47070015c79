/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real reports in a real browser: a clean day, a skewed day with hostile rows, a refused day, and a day that is up to date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunPageTest {
    /** The rules for screen readers take seconds: pages with no more than the skewed one has are judged in one look each. */
    private static final Map<String, Look> JUDGED =
            Map.of("clean", Look.LIGHT, "refused", Look.DARK, "up-to-date", Look.PHONE);

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
            chromium.close();
        }
    }

    @Test
    void theVerdictComesFirstWithWhatToDoNext() {
        List<String> verdicts = new ArrayList<>();
        for (Path file : pages.all()) {
            try (OpenPage open = chromium.open(file)) {
                verdicts.add(open.text("#verdict .badge"));
                assertThat(open.page().locator(".next code").first().isVisible())
                        .isTrue();
                assertThat(open.page().locator(".next code").allInnerTexts())
                        .allSatisfy(command -> assertThat(command).startsWith("saltern "));
            }
        }
        assertThat(verdicts).containsExactly("published", "published", "refused", "up to date");
        try (OpenPage open = chromium.open(pages.refused())) {
            assertThat(open.text(".failures")).contains("are quarantined (max-quarantined is 5.0%)", "RowCount > 100");
            assertThat(open.text(".next")).contains("saltern run harbour --date 2026-01-31");
        }
    }

    @Test
    void figuresAreThoseOfTheJson() throws IOException {
        for (Path file : pages.full()) {
            JsonNode json = PageJson.of(file).report();
            try (OpenPage open = chromium.open(file)) {
                long read = 0;
                long setAside = 0;
                for (JsonNode source : json.path("sources")) {
                    read += source.path("read").asLong();
                    setAside += source.path("corrupt").asLong()
                            + source.path("quarantined").asLong()
                            + source.path("dropped").asLong();
                    assertThat(cells(
                                    open,
                                    "tr[data-source=" + source.path("source").asText() + "]"))
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
                assertThat(open.figure("[data-figure=read]")).isEqualTo(read);
                assertThat(open.figure("[data-figure=setAside]")).isEqualTo(setAside);
                for (JsonNode table : json.path("tables")) {
                    assertThat(cells(
                                    open, "tr[data-table=" + table.path("table").asText() + "]"))
                            .startsWith(PageJson.counts(table, "rows", "quarantined", "dropped", "partitions"));
                }
                assertThat(open.page().locator("#rules-table tbody tr").count())
                        .isEqualTo(json.path("rules").size());
            }
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
            try (OpenPage open = chromium.open(file).unfold()) {
                String quarantine = open.text("#quarantine").replace("\u00a0", " ");
                for (String note : Harbour.HOSTILE_NOTES) {
                    String start = note.substring(0, Math.min(40, note.length()));
                    assertThat(quarantine).contains(start.replace("\"", "\"\""));
                }
                assertThat(open.page().title()).startsWith("harbour ");
                assertThat(open.page().locator("img").count()).isZero();
                assertThat(open.page().locator("script").count()).isEqualTo(3);
                assertThat(open.complaints()).isEmpty();
            }
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
                try (OpenPage open = chromium.open(file, look.scheme, look.width, look.height)
                        .unfold()) {
                    assertThat(open.page()
                                    .locator("[data-chart=read] svg, [data-chart=lineage] svg")
                                    .count())
                            .isEqualTo(file.equals(pages.upToDate()) ? 1 : 2);
                    assertThat(open.requests()).isEmpty();
                    assertThat(open.complaints()).isEmpty();
                    assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                            .as("%s %s", name, look)
                            .isEqualTo(look.width);
                    if (look == JUDGED.getOrDefault(name, look)) {
                        assertThat(open.barriers()).as("%s %s", name, look).isEmpty();
                    }
                    open.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
                }
            }
        });
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
            assertThat(open.page().locator("#runs tbody tr").count()).isEqualTo(4);
            assertThat(open.barriers()).isEmpty();
            open.page()
                    .locator("#runs tbody tr:nth-child(2) [href$='#quarantine']")
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
