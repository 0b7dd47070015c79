/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dry run says of records in each format is what the replay finds. */
final class ReplayFormatsTest {
    private static final String DAY = "2026-01-31";
    private static final String SEED = """
            pipeline: seed
            partition: {column: dt, grain: day}
            sources:
              lines:
                path: ${raw}/lines/dt=${dt}/
                format: csv
                schema: id STRING, v DOUBLE, at TIMESTAMP
            outputs:
              seed: {from: lines}
            """;
    private static final String PIPELINE = """
            pipeline: formats
            partition: {column: dt, grain: day}
            sources:
              array:
                path: ${raw}/array/dt=${dt}/
                format: json
                multi-line: true
                schema: id STRING NOT NULL, v INT, at TIMESTAMP
                rules: {quarantine: ColumnValues "v" < 100}
              fixed:
                path: ${raw}/fixed/dt=${dt}/
                format: fixed-width
                widths: [3, 4]
                encoding: ISO-8859-1
                schema: id STRING, v INT
                rules: {quarantine: 'ColumnValues "id" in ["ä", "z"], ColumnValues "v" < 100'}
              columns:
                path: ${raw}/columns/dt=${dt}/
                format: parquet
                schema: id STRING, v INT, at TIMESTAMP
                rules: {quarantine: 'ColumnValues "v" < 100, ColumnValues "at" > "2026-01-31 10:00:00"'}
            steps:
              - name: all
                sql: SELECT dt, id, v FROM array UNION ALL SELECT dt, id, v FROM fixed UNION ALL SELECT dt, id, v FROM columns
            outputs:
              formats: {from: all}
            """;

    private static final String LINES = """
            id,v,at
            k,1,2026-01-31T11:00:00.123456Z
            l,200,2026-01-31T11:00:00Z
            m,1.5,2026-01-31T11:00:00Z
            n,2,2026-01-31T09:00:00Z
            """;
    private static final String ARRAY = """
            [{"id": "a", "v": 1},
             {"id": "b",
              "v": 200},
             {"v": 1},
             7,
             {"id": "c", "v": "x"}]
            """;

    @Test
    void dryRunForetellsTheReplay(@TempDir Path folder) throws IOException {
        Saltern saltern = saltern(folder);
        assertThat(saltern.run("run", "seed", "--date", DAY).exitCode()).isZero();
        Path columns = folder.resolve("raw/columns/dt=" + DAY);
        Files.createDirectories(columns);
        try (Stream<Path> files = Files.walk(folder.resolve("lake/_runs/seed"))) {
            Path parquet = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(parquet, columns.resolve("part.parquet"));
        }
        Saltern.Answer run = saltern.run("run", "formats", "--date", DAY);
        assertThat(run.exitCode()).as(run.toString()).isZero();

        Path pipeline = folder.resolve("conf/pipelines/formats.yaml");
        Files.writeString(pipeline, PIPELINE.replace("< 100", "< 300").replace("\"z\"", "\"ö\""));
        JsonNode foretold = replay(saltern, "--dry-run");
        JsonNode found = replay(saltern);
        assertThat(lines(foretold.path("rules"), "source", "rule", "before", "after"))
                .isEqualTo(lines(found.path("rules"), "source", "rule", "before", "after"));
        List<String> figures = lines(found.path("sources"), "source", "before", "after", "cameBack", "leftOut");
        assertThat(figures)
                .containsExactlyInAnyOrder("array 4 3 1 0", "fixed 2 1 1 0", "columns 3 2 1 0")
                .containsExactlyInAnyOrderElementsOf(
                        lines(foretold.path("sources"), "source", "before", "after", "cameBack", "leftOut"));
        assertThat(saltern.query("SELECT id FROM formats ORDER BY id"))
                .extracting(row -> row.get("id"))
                .containsExactly("a", "b", "k", "l", "ä", "ö");
    }

    private static Saltern saltern(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.copy(
                Saltern.projectConf().resolve("environments/local.yaml"),
                folder.resolve("conf/environments/local.yaml"));
        Files.writeString(folder.resolve("conf/pipelines/seed.yaml"), SEED);
        Files.writeString(folder.resolve("conf/pipelines/formats.yaml"), PIPELINE);
        write(folder.resolve("raw/lines/dt=" + DAY + "/lines.csv"), LINES.getBytes(StandardCharsets.UTF_8));
        write(folder.resolve("raw/array/dt=" + DAY + "/array.json"), ARRAY.getBytes(StandardCharsets.UTF_8));
        write(
                folder.resolve("raw/fixed/dt=" + DAY + "/fixed.txt"),
                "ä  0001\nö  0200\nü  0001\n".getBytes(StandardCharsets.ISO_8859_1));
        return new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static JsonNode replay(Saltern saltern, String... more) throws IOException {
        Saltern.Answer answer =
                saltern.run(Stream.concat(Stream.of("replay", "formats", "--date", DAY, "--json"), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return new ObjectMapper().readTree(answer.out());
    }

    private static List<String> lines(JsonNode array, String... names) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(line -> String.join(
                        " ",
                        Stream.of(names).map(name -> line.path(name).asText()).toList()))
                .sorted()
                .toList();
    }
}
