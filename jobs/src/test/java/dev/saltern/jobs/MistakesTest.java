/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pipeline with mistakes of every kind: each is told, with its line and column, by the first command that can know. */
class MistakesTest {
    private static final String PIPELINE = """
            pipeline: p
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: /raw/dt=${dt}/
                format: csv
                schema: id STRING NOT NULL, ts TIMESTAMP, value DOUBLE
                delimter: ";"
                rules:
                  quarantine: ColumnValues "valeu" > 1
              sensors: {path: /raw/sensors/, format: csv, schema: "sensor STRING"}
            steps:
              - {name: broken, dedup: {from: readings, keys: [id]}}
              - {name: lost, sql: "SELECT s AS sensrs FROM sensrs"}
              - name: typo
                sql: |
                  SELECT /*+ SALT(readings) */ dt,
                         avg(valu) AS mean
                  FROM readings GROUP BY dt
              - name: joined
                join: {left: readings, right: sensors, on: [id]}
              - name: pivoted
                pivot: {from: readings, by: [dt, idx], on: id, values: [a], aggregate: {value: average}}
              - {name: drawn, sample: {from: readings, method: {stratified: {n: 5, by: [idx], allocation: {neyman: ts}}}}}
              - {name: missing, java: {from: [readings], class: com.example.Missing}}
              - {name: after, sql: "SELECT whatever FROM broken"}
            outputs:
              p: {from: readings, rules: {fail: IsPrimaryKey "idd"}}
              q: {from: readings, partition: {column: dt, grain: month}}
              r:
                from: readings
                bucket:
                  by: [idd, dt, value]
                  into: 4
                  sort: [tss]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("pipelines"));
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(folder.resolve("pipelines/p.yaml"), PIPELINE);
        Files.writeString(
                folder.resolve("environments/local.yaml"),
                "environment: local\nlake: " + folder.resolve("lake")
                        + "\nspark: {spark.master: \"local[2]\", spark.sql.shuffle.partitions: 2}\n");
    }

    @Test
    void validateTellsAllThatNeedsNoSession() throws IOException {
        assertThat(problems("validate", "p"))
                .containsExactly(
                        "8:5 Unknown key 'delimter' (nearest: delimiter)",
                        "10:32 Invalid column: valeu (nearest is value)",
                        "13:20 Unknown key 'dedup' (nearest: dedupe)",
                        "14:48 Unknown table 'sensrs' in SQL (must be a source or an earlier step:"
                                + " readings, sensors, broken)",
                        "17:14 Cannot take hint SALT in SQL: the keys of a join within SQL are not measured. Write the"
                                + " join as a step of its own, such as {name: joined, join: {left: a, right: b,"
                                + " on: [k], skew: auto}}, and name that step in the SQL");
    }

    @Test
    void planTellsTheRestAsWell() throws IOException {
        assertThat(problems("plan", "p", "--date", "2026-01-31"))
                .hasSize(18)
                .containsAll(problems("validate", "p"))
                .anyMatch(problem -> problem.startsWith("18:18 Invalid SQL: A column"))
                .anyMatch(problem -> problem.startsWith("21:5 Cannot join: column 'id'"))
                .contains("23:5 Cannot pivot: column 'idx' is not on the input (nearest: id)")
                // Each Spark goes on in its own words.
                .anyMatch(problem -> problem.startsWith("23:5 Cannot pivot: measure 'value' does not fit the input:"
                        + " average(`value`): Cannot resolve "))
                .contains("24:19 Cannot sample: column 'idx' is not on the input (nearest: id)")
                .contains("24:19 Cannot sample: column 'ts' has type TIMESTAMP, which is no target (must be numeric)")
                .anyMatch(problem -> problem.startsWith("25:21 Cannot load class com.example.Missing"))
                .contains("29:3 Cannot partition q by dt: it holds days (must be text such as 2026-01, one per month)."
                        + " Use date_format")
                .contains("33:7 Cannot bucket r: there is no column idd (it has id, ts, value, dt)")
                .contains("33:7 Cannot bucket r by dt: it is a partition column, of which a partition has one value."
                        + " Choose another column")
                .contains("33:7 Cannot bucket r by value: it is DOUBLE, and Spark shuffles for it all the same."
                        + " Cast it to DECIMAL or choose another column")
                .contains("35:7 Cannot sort the buckets of r: there is no column tss (it has id, ts, value, dt)")
                .anyMatch(problem -> problem.startsWith("28:50 Invalid column: idd"));
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void tableWithAColumnTwiceIsRefusedBeforeAnythingIsRead() throws IOException {
        Files.writeString(folder.resolve("pipelines/p.yaml"), """
                pipeline: p
                partition: {column: dt, grain: day}
                sources:
                  readings: {path: "${lake}/raw/dt=${dt}/", format: csv, schema: "id STRING, ts TIMESTAMP"}
                steps:
                  - {name: dated, sql: "SELECT *, to_date(ts) AS DT FROM readings"}
                outputs:
                  t: {from: dated}
                """);

        assertThat(problems("plan", "p", "--date", "2026-01-31"))
                .containsExactly(
                        "8:3 Cannot write t: dated has more than one column dt (a source has its partition column"
                                + " beside its own). Name the columns of the SELECT");
    }

    private List<String> problems(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--conf", folder.toString(), "--json"));
        StringWriter out = new StringWriter();
        int exitCode = new JobTool()
                .run(new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(String[]::new));
        assertThat(exitCode).isEqualTo(3);
        List<String> problems = new ArrayList<>();
        for (JsonNode problem : new ObjectMapper().readTree(out.toString()).get("problems")) {
            problems.add(
                    problem.get("line").asInt() + ":" + problem.get("column").asInt() + " "
                            + problem.get("message").asText());
        }
        return problems;
    }
}
