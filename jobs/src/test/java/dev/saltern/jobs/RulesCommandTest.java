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

class RulesCommandTest {
    private static final String PIPELINE = """
            pipeline: p
            sources:
              readings:
                path: /raw/
                format: json
                schema: id STRING, v DOUBLE, at TIMESTAMP, tags ARRAY<STRING>
                rules:
                  quarantine: IsComplete "id", ColumnValues "v" between -60 and 60
                  drop: ColumnValues "id" != "test"
                  fail: RowCount > 0
            steps:
              - {name: daily, sql: "SELECT id, avg(v) AS mean, count(*) AS n FROM readings GROUP BY id"}
            outputs:
              p: {from: daily, rules: {fail: 'IsPrimaryKey "id"', quarantine: 'ColumnValues "n" < 9'}}
              q: {from: readings, rules: {warn: 'Mean "v" > 0, IsUnique "id", Uniqueness "id" > 0.5'}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("pipelines/p.yaml", PIPELINE);
        write(
                "environments/local.yaml",
                "environment: local\nlake: " + folder.resolve("lake")
                        + "\nspark: {spark.master: \"local[2]\", spark.sql.shuffle.partitions: 2}\n");
    }

    @Test
    void explanationFitsTheTerminalAndCountsTheJobs() {
        Answer answer = rules("explain", "p");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines()).allMatch(line -> line.length() <= 110);
        assertThat(answer.out())
                .contains("  4 rules: 1 by footers, 3 by rows set aside\n")
                .contains("  split good and bad rows while writing: no earlier run says how many rows are bad\n")
                .contains("  2 rules: 1 by grouped keys, 1 by rows set aside (1 job)\n")
                .contains("a grouping, shared by 2: of id")
                .contains("  3 rules: 1 in one pass (1 job), 2 by grouping (1 job)\n");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void explanationFollowsTheAccountOfTheLastRun() throws IOException {
        write("lake/_reports/p/2026.json", """
                {"run": "r", "pipeline": "p", "scope": "2026-01-30", "verdict": "PUBLISHED", "sources": [], "duplicates": [],
                 "tables": [{"table": "p", "rows": 9}], "rules": [], "failures": [], "notes": []}
                """);

        assertThat(rules("explain", "p").out())
                .contains("  write, then judge by footers: the run of 2026-01-30 took no row out of p\n")
                .contains("  2 rules: 1 by grouped keys, 1 by footers\n");
    }

    @Test
    void testThatHoldsPasses() throws IOException {
        write("rules/tests/a.yaml", """
                pipeline: p
                on: readings
                rows: |
                  id,v,tags
                  a,1.5,"[""x""]"
                  test,2,

                  ,99,
                expect:
                  - kept
                  - dropped
                  - quarantined: {by: [IsComplete, ColumnValues "v"], because: [id is NULL, v is 99.0]}
                cases:
                  - {row: {id: b, v: 3}, expect: kept}
                outcomes:
                  - {rule: RowCount, outcome: passed, bad-rows: 0}
                  - {rule: ColumnValues "v", outcome: failed, bad-rows: 1}
                """);
        write("rules/tests/b.yml", """
                schema: at TIMESTAMP
                rules: {quarantine: DataFreshness "at" < 24 hours}
                now: 2026-01-31T12:00:00Z
                cases:
                  - {row: {at: "2026-01-31T11:00:00Z"}, expect: kept}
                  - {row: {at: "2026-01-29T11:00:00Z"}, expect: {quarantined: {because: age must}}}
                """);

        assertThat(rules("test"))
                .isEqualTo(new Answer(
                        0,
                        "ok    " + folder + "/rules/tests/a.yaml  (4 rows, 2 outcomes)\n" + "ok    " + folder
                                + "/rules/tests/b.yml  (2 rows, 0 outcomes)\n" + "2 tests: 2 passed, 0 failed\n",
                        ""));
    }

    @Test
    void whatIsNotAsExpectedIsTold() throws IOException {
        Path test = write("t.yaml", """
                pipeline: p
                on: readings
                cases:
                  - name: too warm
                    row: {id: a, v: 61}
                    expect: kept
                  - {row: {v: 61}, expect: {quarantined: {by: IsComplete "id"}}}
                  - {row: {id: a, v: 1}, expect: dropped}
                outcomes:
                  - {rule: RowCount > 0, outcome: failed}
                """);

        Answer answer = rules("test", test.toString());

        assertThat(answer.exitCode()).isEqualTo(21);
        assertThat(answer.out())
                .contains("FAIL  " + test + "  (3 rows, 1 outcome, 4 not as expected)\n")
                .contains("      " + test + ":4: too warm {id=a, v=61}\n        expected  kept\n"
                        + "        found     quarantined by ColumnValues \"v\" between -60 and 60:"
                        + " v is 61.0 (must be between -60 and 60)\n")
                .contains(test + ":7: {v=61}\n        expected  quarantined by IsComplete \"id\"\n"
                        + "        found     quarantined by IsComplete \"id\" and ColumnValues")
                .contains(test + ":8: {id=a, v=1}\n        expected  dropped\n        found     kept\n")
                .contains(test + ":10: RowCount > 0\n        expected  failed\n        found     passed, 0 bad rows")
                .endsWith("1 test: 0 passed, 1 failed\n");
        JsonNode json = json(rules("test", test.toString(), "--json"));
        assertThat(json.get("exitCode").asInt()).isEqualTo(21);
        assertThat(json.at("/tests/0/failures/1/line").asInt()).isEqualTo(7);
    }

    @Test
    void mistakesInTestsAreToldTogetherWithTheirPlace() throws IOException {
        write("rules/tests/a.yaml", """
                pipeline: p
                on: readings
                cases:
                  - {row: {idd: a}, expect: kept}
                  - {row: {v: warm}, expect: kept}
                """);
        write("rules/tests/b.yaml", "pipeline: p\non: reading\ncases: [{row: {}, expect: kept}]\n");
        write(
                "rules/tests/c.yaml",
                "pipeline: p\non: readings\ncases:\n  - {row: {}, expect: {quarantined: {by: IsComplet \"id\"}}}\n");
        write("rules/tests/d.yaml", "schema: id STRING\ncase: []\n");
        write("rules/tests/e.yaml", "pipeline: p\non: readings\nrows: |\n  id\n  a\nexpect: [kept, kept]\n");

        JsonNode problems = json(rules("test", "--json")).get("problems");

        List<String> told = new ArrayList<>();
        problems.forEach(problem -> told.add(Path.of(problem.get("file").asText())
                        .getFileName() + ":" + problem.get("line").asInt() + ": "
                + problem.get("message").asText()));
        assertThat(told)
                .containsExactly(
                        "d.yaml:2: Unknown key 'case' (nearest: cases)",
                        "a.yaml:4: Unknown column 'idd' (nearest is id)",
                        "a.yaml:5: Invalid v: warm (must be DOUBLE)",
                        "b.yaml:2: Unknown source or output 'reading' of p (nearest is readings)",
                        "c.yaml:4: Unknown quarantine rule 'IsComplet \"id\"' (nearest is IsComplete \"id\")",
                        "e.yaml:6: Invalid expect: 2 entries (must be one for each of the 1 rows)");
        assertThat(rules("test", folder.resolve("none").toString()).err())
                .startsWith("error: Cannot test rules: there is no " + folder.resolve("none")
                        + "\nwhere: saltern rules test ");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(answer.out());
    }

    private record Answer(int exitCode, String out, String err) {}

    private Answer rules(String... words) {
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(List.of(words));
        all.addAll(List.of("--conf", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new JobTool().run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }
}
