/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.saltern.submit.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that a person has becomes a pipeline that is valid, passes its own tests, and runs; on a terminal as in a log. */
class NewPipelineTest {
    @TempDir
    private Path folder;

    @Test
    void sampleFilesBecomePipelines() throws IOException, InterruptedException {
        saltern("init", "seed");
        // The first session of a JVM says whether there is a catalog.
        saltern("query", "SELECT 1");
        draftFiles();

        assertThat(folder.resolve("conf/schemas/from-csv.ddl"))
                .hasContent("id STRING,\nts TIMESTAMP,\n`wind speed` DOUBLE,\nn BIGINT,\nnote STRING\n");
        assertThat(folder.resolve("conf/pipelines/from-csv.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=../pipeline.schema.json\n")
                .contains("delimiter: ';'", "IsPrimaryKey \"n\"", "multi-line: true");
        assertThat(folder.resolve("conf/pipeline.schema.json")).exists();
        assertThat(folder.resolve("conf/schemas/from-json.ddl")).content().contains("ts TIMESTAMP", "place struct<");
        assertThat(folder.resolve("conf/schemas/from-zst.ddl"))
                .hasSameTextualContentAs(folder.resolve("conf/schemas/from-csv.ddl"));
        assertThat(saltern("validate")).contains("from-csv: valid", "from-json: valid", "from-parquet: valid");
        assertThat(saltern("rules", "test")).contains("6 tests: 6 passed, 0 failed");
        assertThat(saltern("run", "from-zst", "--date", "2026-03-05")).contains("published", "the account balances");
        assertThat(folder.resolve("conf/pipelines/from-bz2.yaml")).content().contains("delimiter: ';'");
        String day = Files.getLastModifiedTime(folder.resolve("events.ndjson.gz"))
                .toString()
                .substring(0, 10);
        assertThat(saltern("run", "from-json", "--date", day)).contains("published", "the account balances");
        assertThat(saltern("query", "--csv", "SELECT count(*) AS n, min(ts) AS first FROM from_json"))
                .isEqualTo("n,first\n40,2026-03-05 08:00:00\n");
        shippedTablesHaveViews();
        runOnATerminal();
    }

    /** Whoever renders queries gives no plan: the columns are found out on empty tables, whatever environment is named. */
    private void shippedTablesHaveViews() throws IOException {
        Path jar = Files.writeString(folder.resolve("job.jar"), "a jar");
        for (String pipeline : List.of("sensor-daily", "air-quality", "retail")) {
            String conf = Saltern.projectConf().toString();
            String sql = saltern(
                    "render",
                    "sql",
                    pipeline,
                    "--conf",
                    conf,
                    "--env",
                    "emr",
                    "--set",
                    "bucket=b",
                    "--job-jar",
                    jar.toString());
            long tables = sql.lines()
                    .filter(line -> line.startsWith("-- ") && line.contains(" view: "))
                    .count();
            assertThat(sql.split("CREATE OR REPLACE VIEW \"saltern\"", -1))
                    .as(sql)
                    .hasSize((int) tables + 1);
            assertThat(tables).as(pipeline).isGreaterThan(1);
            assertThat(sql).contains("_quarantine_wide\" AS\nSELECT\n", "CREATE EXTERNAL SCHEMA");
            if (pipeline.equals("sensor-daily")) {
                assertThat(sql).contains("  CAST(\"mean\" AS double) AS \"mean\",\n", "CAST(\"readings\" AS bigint)");
            }
        }
    }

    private void draftFiles() throws IOException {
        Path csv = Files.writeString(folder.resolve("readings 2026-03-05.csv"), csv());
        assertThat(saltern("init", "from-csv", "--from", csv.toString()))
                .contains("saltern run from-csv --date 2026-03-05");

        Path json = folder.resolve("events.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(json))) {
            out.write(json().getBytes(StandardCharsets.UTF_8));
        }
        saltern("init", "from-json", "--from", json.toString());

        String parquet = folder.resolve("dt=2026-03-05.parquet").toString();
        saltern("sample", json.toString(), "-n", "40", "--output", parquet);
        saltern("init", "from-parquet", "--from", parquet);

        for (String ending : List.of("bz2", "zst")) {
            Path packed = folder.resolve("packed-2026-03-05.csv." + ending);
            pack(packed, csv());
            saltern("init", "from-" + ending, "--from", packed.toString());
        }
    }

    private static void pack(Path file, String text) throws IOException {
        try (OutputStream out = file.toString().endsWith(".zst")
                ? new ZstdOutputStream(Files.newOutputStream(file))
                : new BZip2CompressorOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void runOnATerminal() throws IOException, InterruptedException {
        PseudoTerminal terminal = new PseudoTerminal(folder.resolve("home"), folder);
        PseudoTerminal.Shown shown =
                terminal.run(Map.of(), "run", "from-csv", "--date", "2026-03-05", "--set", "lake=other-lake");

        assertThat(shown.exitCode()).as(shown.text()).isZero();
        assertThat(shown.text())
                .contains("planning from-csv", "\u001b[?7l", "\u001b[1;32mpublished\u001b[0m")
                .containsPattern("records +1 +40 +0 +0 +0 +0 +40")
                .containsPattern("stage \\d+ +[█░]{37} +\\d+/\\d+ tasks");
        // What was drawn is gone: the verdict follows on what clears the lines.
        assertThat(shown.text().substring(shown.text().lastIndexOf("\u001b[J")))
                .startsWith("\u001b[Jfrom-csv 2026-03-05: ");
    }

    private static String csv() {
        StringBuilder csv = new StringBuilder("id;ts;wind speed;n;note\n");
        for (int i = 0; i < 40; i++) {
            csv.append("s-")
                    .append(i % 4)
                    .append(";2026-03-05 08:")
                    .append(10 + i)
                    .append(":00;")
                    .append(i / 2)
                    .append(".5;")
                    .append(i)
                    .append(';')
                    .append(i == 7 ? "\"two\nlines; quoted \"\"so\"\"\"" : "")
                    .append('\n');
        }
        return csv.toString();
    }

    private static String json() {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            json.append("{\"id\": \"e")
                    .append(i)
                    .append("\", \"ts\": \"2026-03-05T08:")
                    .append(i < 10 ? "0" : "")
                    .append(i)
                    .append(
                            ":00Z\", \"place\": {\"name\": \"it's \\\"here\\\"\", \"lat\": 1.5}, \"tags\": [\"a\", \"b\"]}\n");
        }
        return json.toString();
    }

    /** Runs a command in this process, without a terminal, and returns what it prints. */
    private String saltern(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (words[0].equals("init")) {
            all.addAll(List.of("--dir", folder.toString()));
        } else if (!all.contains("--conf")) {
            all.addAll(List.of("--conf", folder.resolve("conf").toString()));
            all.addAll(List.of("--set", "lake=" + folder.resolve("lake"), "--set", "raw=" + folder.resolve("raw")));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(exitCode).as("%s%n%s%s", all, out, err).isZero();
        assertThat(out.toString() + err).doesNotContain("\u001b", "█");
        return out.toString();
    }
}
