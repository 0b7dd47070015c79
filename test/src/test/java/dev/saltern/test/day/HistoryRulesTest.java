/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Day after day of about ten rows, then a day of forty: rules that look back on what the days before published. */
final class HistoryRulesTest {
    private static final String PIPELINE = """
            pipeline: looking-back
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: ${raw}/dt=${dt}/
                format: csv
                schema: id STRING, value DOUBLE
                rules:
                  warn: DetectAnomalies "RowCount"
            outputs:
              daily:
                from: readings
                rules:
                  fail: |
                    (RowCount < 2 * avg(last(3))) or (RowCount < 15),
                    Mean "value" > 0.5 * min(last(2))
            """;

    @TempDir
    private Path folder;

    private Saltern saltern;

    @BeforeEach
    void writePipeline() throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.copy(
                Saltern.projectConf().resolve("environments/local.yaml"),
                folder.resolve("conf/environments/local.yaml"));
        Files.writeString(folder.resolve("conf/pipelines/looking-back.yaml"), PIPELINE);
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
    }

    @Test
    void aDayIsJudgedByTheDaysThatWerePublishedBeforeIt() throws IOException {
        assertThat(day("2026-01-01", 8, 8).exitCode()).isZero();
        assertThat(day("2026-01-02", 12, 8).exitCode()).isZero();
        assertThat(day("2026-01-03", 10, 8).out()).contains("published").doesNotContain("warns");

        Saltern.Answer flood = day("2026-01-04", 40, 8);
        assertThat(flood.exitCode()).as(flood.toString()).isEqualTo(21);
        assertThat(flood.out())
                .contains("observed 40, required < 2 * avg(last(3)) (= 20) or < 15", "(median 10 of 3 runs)")
                .containsPattern("warns +readings +DetectAnomalies \"RowCount\"");

        // What was refused is no history: the day after is held against the first three.
        assertThat(day("2026-01-05", 21, 8).exitCode()).isEqualTo(21);
        Saltern.Answer after = day("2026-01-05", 12, 8);
        assertThat(after.exitCode()).as(after.toString()).isZero();
        Saltern.Answer mended = day("2026-01-04", 10, 8);
        assertThat(mended.exitCode()).as(mended.toString()).isZero();

        Saltern.Answer low = day("2026-01-06", 10, 3);
        assertThat(low.exitCode()).as(low.toString()).isEqualTo(21);
        assertThat(low.out()).contains("observed 3, required > 0.5 * min(last(2)) (= 4)");
        assertThat(saltern.query("SELECT dt, count(*) AS n FROM daily GROUP BY dt ORDER BY dt"))
                .extracting(row -> row.get("n"))
                .containsExactly("8", "12", "10", "10", "12");
    }

    private Saltern.Answer day(String day, int rows, int value) throws IOException {
        Path file = folder.resolve("raw/dt=" + day + "/rows.csv");
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder("id,value\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(value).append('\n');
        }
        Files.writeString(file, text.toString());
        return saltern.run("run", "looking-back", "--date", day);
    }
}
