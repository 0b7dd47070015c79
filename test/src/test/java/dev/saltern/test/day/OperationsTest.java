/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad day, a foreign hand and a full disk, by the commands that a person gives. */
final class OperationsTest {
    private static final String PIPELINE = """
            pipeline: tills
            partition: {column: dt, grain: day}
            sources:
              sales: {path: "${raw}/sales/dt=${dt}/", format: csv, schema: "id BIGINT, v INT"}
            outputs:
              sales: {from: sales, rules: {quarantine: 'ColumnValues "v" >= 0'}}
              totals: {from: sales, target-file-size: 1MB}
            """;
    private static final String DAY = "2026-01-31";

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
        Files.writeString(folder.resolve("conf/pipelines/tills.yaml"), PIPELINE);
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
    }

    @Test
    void badDayIsRolledBackInAllTablesAndToldAbout() throws IOException {
        says(0, "Nothing is published in", "status");
        write("1,10\n2,20\n");
        says(0, "published", "run", "tills", "--date", DAY);
        write("1,-1\n2,-2\n3,30\n");
        says(0, "published", "run", "tills", "--date", DAY);

        says(2, "Did you mean sales?", "history", "--table", "sale");
        says(2, "Did you mean tills?", "rollback", "till");
        says(2, "each of the tables sales, tills_quarantine, totals counts", "rollback", "tills", "--to", "1");
        says(0, "(dry run, nothing is written)", "rollback", "tills", "--dry-run");
        assertThat(rows("sales")).isEqualTo("1");
        Saltern.Answer rolledBack =
                says(0, "Rolled back before the run that 2026-01-31 shows", "rollback", "tills", "--date", DAY);
        assertThat(rolledBack.out())
                .containsPattern("sales +dt=2026-01-31 .* 2 +1 .* 1 +2")
                .contains("a run with the same input publishes their rows again");
        assertThat(rows("sales")).isEqualTo("2");
        assertThat(rows("totals")).isEqualTo("2");
        assertThat(rows("tills_quarantine")).isEqualTo("0");

        says(0, "rolled back in 3", "history", "--table", "totals");
        says(0, "\"version\" : 3", "status", "tills", "--json");
        Path end = folder.resolve("lake/_journal/totals/v000000000003.json");
        Path backup = Files.move(end, folder.resolve("backup.json"));
        says(24, "was published as version 3, the journal ends at 2", "run", "tills", "--date", DAY);
        says(24, "The end of the journal was lost", "rollback", "--table", "totals", "--to", "1");
        Files.move(backup, end);
        says(0, "published as version 2 of totals and rolled back since", "plan", "tills", "--date", DAY);
        says(0, "published before and rolled back since", "run", "tills", "--date", DAY);
        assertThat(rows("sales")).isEqualTo("1");
        says(0, "3 tables, nothing is wrong", "doctor", "--deep");
        says(0, "Nothing to compact", "compact", "tills", "--from", DAY, "--to", DAY, "--dry-run");

        Files.delete(aFileOf("totals"));
        says(24, "totals, files missing: dt=2026-01-31", "doctor", "--repair");
        says(0, "would be marked", "gc", "--older-than", "0s", "--keep-versions", "1");
        says(0, "runs are kept", "gc", "--older-than", "0s", "--keep-versions", "1", "--grace", "0s", "--yes");
        says(0, "removed", "gc", "--older-than", "0s", "--keep-versions", "1", "--grace", "0s", "--yes");
        assertThat(rows("sales")).isEqualTo("1");
        says(20, "Cannot roll back to version 1", "rollback", "--table", "sales", "--to", "1");
    }

    @Test
    void fileThatIsReplacedWhileItIsReadIsNotPublishedAndTheRunLetsGoOfWhatItHeld() throws IOException {
        // All tests of a process share the catalog of the first.
        String desks = PIPELINE.replace("pipeline: tills", "pipeline: desks")
                .replace("  sales: {from", "  desk_sales: {from")
                .replace("  totals: {from", "  desk_totals: {from");
        Files.writeString(folder.resolve("conf/pipelines/desks.yaml"), desks);
        write("1,10\n2,20\n");
        Saltern.Answer answer = saltern.run(
                new Waiting("staging sales", () -> write("1,100\n2,200\n3,300\n")), "run", "desks", "--date", DAY);

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(20);
        assertThat(answer.toString())
                .contains("part.csv: the file was replaced meanwhile. Nothing was changed; run again");
        assertThat(says(0, "not live", "status").out())
                .contains("last run of desks: 2026-01-31 failed", "the file was replaced meanwhile");
        try (Stream<Path> leases = Files.walk(folder.resolve("lake/_leases"))) {
            assertThat(leases.filter(Files::isRegularFile)).as("leases").isEmpty();
        }
        says(0, "published", "run", "desks", "--date", DAY);
        assertThat(rows("desk_sales")).isEqualTo("3");
    }

    private Saltern.Answer says(int exitCode, String text, String... words) {
        Saltern.Answer answer = saltern.run(words);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(exitCode);
        assertThat(answer.toString()).contains(text);
        return answer;
    }

    private String rows(String table) {
        return saltern.query("SELECT count(*) AS n FROM " + table).get(0).get("n");
    }

    private Path aFileOf(String table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake/_runs/" + table))) {
            List<Path> parquet = files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted((one, other) -> Long.compare(
                            other.toFile().lastModified(), one.toFile().lastModified()))
                    .toList();
            return parquet.get(0);
        }
    }

    private void write(String lines) throws IOException {
        Path day = Files.createDirectories(folder.resolve("raw/sales/dt=" + DAY));
        Files.writeString(day.resolve("part.csv"), "id,v\n" + lines);
    }
}
