/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import dev.saltern.test.day.Saltern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** A small pipeline with everything that a report tells of, and days that go well, are refused and are skewed. */
final class Harbour {
    static final String CLEAN = "2026-01-29";
    static final String SKEWED = "2026-01-30";
    static final String REFUSED = "2026-01-31";
    /** A day whose file is cut off. */
    static final String FAILED = "2026-02-01";

    static final String LATER = "2026-02-02";
    /** A name that would run, were it ever taken for HTML. */
    static final String HOSTILE = "<img src=x onerror=\"document.title='taken'\">";

    static final List<String> HOSTILE_NOTES = List.of(
            "<script>document.title='taken'</script>",
            "</script><script>document.title='taken'</script>",
            HOSTILE,
            "\u202egnp.exe \u2067right to left",
            "long " + "x".repeat(4_000),
            "'; alert(1); //",
            "<!--<script>");

    private static final String PIPELINE = """
            pipeline: harbour
            description: Levels of the harbour, by gauge and by basin.
            partition: {column: dt, grain: day}
            sources:
              levels:
                path: ${raw}/levels/dt=${dt}/
                format: csv
                schema: gauge STRING, ts TIMESTAMP, level DOUBLE, note STRING
                rules:
                  quarantine: |
                    IsComplete "gauge",
                    ColumnValues "level" between -5 and 15
                  fail: RowCount > 100
                  warn: Completeness "note" > 0.9
                max-quarantined: 5%
              gauges: {path: "${raw}/gauges/", format: csv, schema: "gauge STRING NOT NULL, basin STRING"}
            steps:
              - {name: unique, dedupe: {from: levels, keys: [gauge, ts, level], keep: any}}
              - {name: located, join: {left: unique, right: gauges, on: [gauge], type: left, skew: JOIN}}
              - {name: smooth, moving-average: {from: located, by: [gauge], order: ts, value: level, window: 5 rows, skew: AVERAGE}}
              - {name: basins, sql: "SELECT dt, coalesce(basin, 'unknown') AS basin, avg(level) AS mean, max(level) AS highest, count(*) AS n FROM located GROUP BY ALL"}
            outputs:
              levels_smooth: {from: smooth, rules: {quarantine: 'ColumnValues "level" <= 14.8'}}
              basins: {from: basins, rules: {fail: 'IsPrimaryKey "dt" "basin"'}}
            """;

    private static final String ENVIRONMENT = """
            environment: local
            lake: ./lake
            variables: {raw: ./raw}
            spark:
              spark.master: local[2]
              spark.driver.host: localhost
              spark.driver.bindAddress: 127.0.0.1
              spark.ui.enabled: false
              spark.sql.shuffle.partitions: 4
              # Of so few rows Spark would make one task: nobody could see how long the others take.
              spark.sql.adaptive.coalescePartitions.enabled: false
              spark.sql.autoBroadcastJoinThreshold: -1
              spark.sql.session.timeZone: UTC
              spark.saltern.test.password: open-sesame
            """;

    /** How the files of some days are packed. */
    private static final Map<String, String> PACKED = Map.of(SKEWED, ".bz2", REFUSED, ".zst", FAILED, ".gz");

    private final Path folder;
    private final Saltern saltern;

    Harbour(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.writeString(folder.resolve("conf/environments/local.yaml"), ENVIRONMENT);
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
        Path gauges = Files.createDirectories(folder.resolve("raw/gauges"));
        Files.writeString(
                gauges.resolve("all.csv"), "gauge,basin\n" + quoted(HOSTILE) + ",north\ng1,north\ng2,south\n");
        day(CLEAN, "g1", 200, 0);
        day(SKEWED, HOSTILE, 700, HOSTILE_NOTES.size());
        day(REFUSED, "g1", 20, 40);
        day(LATER, "g1", 150, 0);
        brokenDay();
        pipeline("auto", "auto");
    }

    /** Runs a day and returns its answer. */
    Saltern.Answer run(String day) {
        return saltern.run("run", "harbour", "--date", day);
    }

    Saltern.Answer run(String... words) {
        return saltern.run(words);
    }

    void pipeline(String join, String average) throws IOException {
        Files.writeString(
                folder.resolve("conf/pipelines/harbour.yaml"),
                PIPELINE.replace("JOIN", join).replace("AVERAGE", average));
    }

    Path historyPage() {
        return folder.resolve("lake/_pages/history.html");
    }

    /** Puts a file in the place of the folder of all pages, so that none can be written. */
    void spoilPages() throws IOException {
        Path pages = folder.resolve("lake/_pages");
        Files.move(pages, pages.resolveSibling("_pages-kept"));
        Files.writeString(pages, "no folder");
    }

    void restorePages() throws IOException {
        Path pages = folder.resolve("lake/_pages");
        Files.delete(pages);
        Files.move(pages.resolveSibling("_pages-kept"), pages);
    }

    private void day(String day, String hot, int rows, int bad) throws IOException {
        StringBuilder text = new StringBuilder("gauge,ts,level,note\n");
        for (int i = 0; i < rows; i++) {
            String gauge = i % 10 < 6 ? hot : i % 10 == 6 ? "g2" : "s" + i;
            text.append(line(gauge, day, i, String.format(Locale.ROOT, "%.1f", i % 140 / 10.0), "fine"));
        }
        text.append(line("g2", day, 1, "0.1", "twice")).append(line("g2", day, 1, "0.1", "twice"));
        for (int i = 0; i < bad; i++) {
            text.append(line("g1", day, i, "99.9", HOSTILE_NOTES.get(i % HOSTILE_NOTES.size())));
        }
        if (bad > 0) {
            text.append(line("g1", day, 2, "14.9", "high")).append(line("", day, 3, "not a number", "broken"));
        }
        Files.write(file(day), packed(day, text.toString()));
    }

    private void brokenDay() throws IOException {
        byte[] whole = packed(
                FAILED,
                "gauge,ts,level,note\n" + line("g1", FAILED, 1, "0.1", "cut").repeat(500));
        Files.write(file(FAILED), Arrays.copyOf(whole, whole.length / 2));
    }

    private Path file(String day) throws IOException {
        Path parent = Files.createDirectories(folder.resolve("raw/levels/dt=" + day));
        return parent.resolve("levels.csv" + PACKED.getOrDefault(day, ""));
    }

    private static byte[] packed(String day, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (PACKED.getOrDefault(day, "")) {
            case ".gz" -> new GZIPOutputStream(bytes);
            case ".bz2" -> new BZip2CompressorOutputStream(bytes);
            case ".zst" -> new ZstdOutputStream(bytes);
            default -> bytes;
        }) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String line(String gauge, String day, int i, String level, String note) {
        return String.format(
                Locale.ROOT,
                "%s,%sT%02d:%02d:00Z,%s,%s%n",
                quoted(gauge),
                day,
                i / 60 % 24,
                i % 60,
                level,
                quoted(note));
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
