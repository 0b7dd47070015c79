/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two days of ten rows, with a bad row on the first and three on the second: within the limit together, not each. */
final class PartitionLimitTest {
    private static final String PIPELINE = """
            pipeline: limits
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: ${raw}/dt=${dt}/
                format: csv
                schema: id STRING, value DOUBLE
                rules:
                  quarantine: ${row-rule}
                  composites: ${composites}
                max-quarantined: 20%
                max-quarantined-per-partition: ${source-limit}
            outputs:
              limited:
                from: readings
                rules: {quarantine: 'ColumnValues "value" <= 100'}
                max-quarantined-per-partition: ${output-limit}
            """;
    private static final String BAD_ID = "(ColumnLength \"id\" = 2) or (ColumnValues \"value\" > 50)";

    @TempDir
    private Path folder;

    private Saltern saltern;

    @BeforeEach
    void writeDays() throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.copy(
                Saltern.projectConf().resolve("environments/local.yaml"),
                folder.resolve("conf/environments/local.yaml"));
        Files.writeString(folder.resolve("conf/pipelines/limits.yaml"), PIPELINE);
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
        writeDay("2026-01-30", List.of("a,1", "bb,101"));
        writeDay("2026-01-31", List.of("a,1", "b,2", "c,3", "bb,101", "bb,102"));
    }

    @Test
    void eachPartitionHasToStayWithinTheLimitAndCompositesSetRowsAside() {
        Saltern.Answer source = run("row", "20%", "100%");
        assertThat(source.exitCode()).as(source.toString()).isEqualTo(21);
        assertThat(source.out())
                .contains("! readings: 3 of 10 rows of dt=2026-01-31 are quarantined"
                        + " (max-quarantined-per-partition is 20.0%)");

        Saltern.Answer output = run("row", "3", "0");
        assertThat(output.exitCode()).as(output.toString()).isEqualTo(21);
        assertThat(output.out())
                .contains("! limited: 2 of 7 rows of dt=2026-01-31 are quarantined"
                        + " (max-quarantined-per-partition is 0 rows; exceeded in 2 partitions)");

        Saltern.Answer within = run("row", "30%", "2");
        assertThat(within.exitCode()).as(within.toString()).isZero();
        // The row with the short id and the great value passes by its second half: a composite judged row by row.
        assertThat(saltern.query("SELECT id, value FROM limited WHERE length(id) = 1"))
                .extracting(row -> row.get("id") + row.get("value"))
                .containsOnly("z60.0");
        assertThat(saltern.query("SELECT rule_ids FROM limits_quarantine WHERE source = 'readings'"))
                .hasSize(4);

        Saltern.Answer column = run("column", "100%", "100%");
        assertThat(column.exitCode()).as(column.toString()).isEqualTo(3);
        assertThat(column.err())
                .contains("error: Cannot quarantine by (ColumnLength")
                .contains("pipelines/limits.yaml:9:19  ");
    }

    private Saltern.Answer run(String composites, String sourceLimit, String outputLimit) {
        return saltern.run(
                "run",
                "limits",
                "--from",
                "2026-01-30",
                "--to",
                "2026-01-31",
                "--set",
                "row-rule=" + BAD_ID,
                "--set",
                "composites=" + composites,
                "--set",
                "source-limit=" + sourceLimit,
                "--set",
                "output-limit=" + outputLimit);
    }

    private void writeDay(String day, List<String> rows) throws IOException {
        Path file = folder.resolve("raw/dt=" + day + "/rows.csv");
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder("id,value\nz,60\n");
        rows.forEach(row -> text.append(row).append('\n'));
        for (int i = rows.size() + 1; i < 10; i++) {
            text.append("ok,").append(i).append('\n');
        }
        Files.writeString(file, text.toString());
    }
}
