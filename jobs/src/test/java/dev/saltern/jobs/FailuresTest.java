/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a person gets wrong is told in three lines: what, where, and what next. */
class FailuresTest {
    private static final String PIPELINE = """
            pipeline: p
            partition: {column: dt, grain: day}
            sources:
              r: {path: "/raw/dt=${dt}/", format: csv, schema: "id STRING, v DOUBLE"}
            steps:
              - {name: s, sql: "SELECT dt, id FROM r"}
            outputs:
              p: {from: s}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeEnvironment() throws IOException {
        write(
                "environments/local.yaml",
                "environment: local\nlake: " + folder.resolve("lake")
                        + "\nspark: {spark.master: \"local[2]\", spark.sql.shuffle.partitions: 2}\n");
    }

    @Test
    void mistakesInThePipelineFile() throws IOException {
        write("pipelines/p.yaml", PIPELINE.replace("format: csv", "format: csv, delimter: \";\""));
        assertThreeLines(
                fails(3, "validate", "p"),
                "Unknown key 'delimter'",
                "pipelines/p.yaml:4:44  r: {path: \"/raw/dt=${dt}/\", format: csv, delimter: ",
                "Did you mean delimiter?");

        write("pipelines/p.yaml", PIPELINE.replace("SELECT dt, id", "SELECT dt, idd"));
        assertThreeLines(
                fails(3, "plan", "p", "--date", "2026-01-31"),
                "Invalid SQL: A column",
                ":6:32  - {name: s",
                "Did you mean");

        write("pipelines/p.yaml", PIPELINE.replace("\"id STRING, v DOUBLE\"", "schemas/gone.ddl"));
        assertThreeLines(fails(3, "validate", "p"), "Cannot read", ":4:52  r: {path", "");

        write("pipelines/p.yaml", PIPELINE.replace("v DOUBLE", "v DUBLE"));
        assertThreeLines(fails(3, "validate", "p"), "Unsupported data type \"DUBLE\"", ":4:66  r: {path", "");

        write("pipelines/p.yaml", PIPELINE.replace("outputs:", "outputs: ["));
        assertThreeLines(fails(3, "validate", "p"), "", "pipelines/p.yaml:", "");

        Files.write(folder.resolve("pipelines/p.yaml"), "pipeline: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThreeLines(fails(3, "validate", "p"), "it is not UTF-8", "pipelines/p.yaml:1:11", "");
    }

    @Test
    void mistakesInTheCommand() throws IOException {
        write("pipelines/p.yaml", PIPELINE);

        assertThreeLines(
                fails(3, "validate", "pp"), "Unknown pipeline 'pp'", "/pipelines", "Did you mean p? There are: p");
        assertThreeLines(
                fails(3, "validate", "p", "--env", "lokal"),
                "Unknown environment 'lokal'",
                "/environments",
                "Did you mean local?");
        assertThreeLines(
                fails(2, "plan", "p"), "Missing required --date", "saltern plan p --conf", "Name a day with --date");
        assertThreeLines(
                fails(2, "plan", "p", "--date", "2026-02-30"),
                "Invalid --date: 2026-02-30",
                "saltern plan p --date 2026-02-30",
                "--help");
        assertThreeLines(
                fails(2, "plan", "p", "--dat", "x"), "Unknown option '--dat'", "saltern plan p --dat x", "--help");
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        assertThreeLines(
                fails(2, "profile", folder.resolve("gone.csv").toString()),
                "gone.csv: there is no such file or folder",
                "saltern profile ",
                "A published table stands with --table");

        write("broken.parquet", "this is no Parquet file");
        assertThreeLines(
                fails(2, "profile", folder.resolve("broken.parquet").toString()),
                "broken.parquet",
                "saltern profile ",
                "");
    }

    @Test
    void whatTheSameFailureIsForPrograms() throws IOException {
        write("pipelines/p.yaml", PIPELINE.replace("format: csv", "format: csv, delimter: \";\""));

        assertThat(fails(3, "validate", "p", "--json"))
                .startsWith("{")
                .contains("\"line\" : 4", "\"column\" : 44", "\"next\" : \"Did you mean delimiter?\"");
    }

    /** Every problem has the three lines; the first one has these texts in them. */
    private static void assertThreeLines(String err, String what, String where, String next) {
        // A command that has begun says so above.
        List<String> lines = err.substring(err.indexOf("error: ")).lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines.get(0)).startsWith("error: ").contains(what);
        assertThat(lines.get(1)).startsWith("where: ").contains(where);
        assertThat(lines.get(2)).startsWith("next:  ").contains(next);
        assertThat(lines.get(2).length()).isGreaterThan("next:  ".length());
        assertThat(err).doesNotContain("\tat ");
    }

    private String fails(int exitCode, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--conf", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int found = new JobTool().run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(found).as("%s%s", out, err).isEqualTo(exitCode);
        return all.contains("--json") ? out.toString() : err.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
