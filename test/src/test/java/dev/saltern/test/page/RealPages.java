/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.day.Saltern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of real runs: a clean day, a skewed day with hostile rows, a refused day, a failed one, and a day that is up to date. */
record RealPages(Path clean, Path skewed, Path refused, Path failed, Path upToDate) {
    private static final Pattern REPORT = Pattern.compile("^ *report: +(.+\\.html)$", Pattern.MULTILINE);

    static RealPages of(Harbour harbour) throws IOException {
        Path clean = page(harbour, Harbour.CLEAN, 0);
        harbour.pipeline("{force: split}", "{force: chunk}");
        Path skewed = page(harbour, Harbour.SKEWED, 0);
        Path refused = page(harbour, Harbour.REFUSED, 21);
        Path failed = page(harbour, Harbour.FAILED, 20);
        return new RealPages(clean, skewed, refused, failed, page(harbour, Harbour.SKEWED, 0));
    }

    private static Path page(Harbour harbour, String day, int exitCode) throws IOException {
        Saltern.Answer answer = harbour.run(day);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(exitCode);
        assertThat(answer.out()).doesNotContain("Cannot write the page");
        Matcher page = REPORT.matcher(answer.out());
        assertThat(page.find()).as(answer.toString()).isTrue();
        return Path.of(page.group(1));
    }

    List<Path> all() {
        return List.copyOf(byName().values());
    }

    /** Returns those of the runs that read files. */
    List<Path> full() {
        return List.of(clean, skewed, refused);
    }

    Map<String, Path> byName() {
        Map<String, Path> pages = new LinkedHashMap<>();
        pages.put("clean", clean);
        pages.put("skewed", skewed);
        pages.put("refused", refused);
        pages.put("failed", failed);
        pages.put("up-to-date", upToDate);
        return pages;
    }
}
