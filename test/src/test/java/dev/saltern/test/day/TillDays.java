/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Days of a pipeline with a join and a grouping: each day has the same rows under another date. */
final class TillDays {
    private static final String PIPELINE = """
            pipeline: tills
            partition: {column: dt, grain: day}
            sources:
              sales: {path: "${raw}/sales/dt=${dt}/", format: csv, schema: "id BIGINT, till INT, v INT"}
              tills: {path: "${raw}/tills/", format: csv, schema: "till INT, site STRING"}
            steps:
              - {name: placed, join: {left: sales, right: tills, on: [till], type: left}}
              - {name: sums, sql: "SELECT dt, site, till, sum(v) AS v, count(*) AS n FROM placed GROUP BY ALL"}
            outputs:
              sales: {from: placed, max-records-per-file: 2000, rules: {quarantine: 'ColumnValues "v" >= 0'}}
              totals: {from: sums}
            """;
    private static final List<String> QUESTIONS =
            List.of("SELECT id, till, v, site FROM sales", "SELECT site, till, v, n FROM totals");
    private static final int FILES = 4;
    private static final int ROWS = 1_500;

    private final Path folder;
    private final Saltern saltern;

    private TillDays(Path folder, Path lake) {
        this.folder = folder;
        this.saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), lake);
    }

    /** Writes the pipeline, and an environment with some settings of Spark. */
    static TillDays write(Path folder, Path lake, Map<String, String> spark) throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        StringBuilder environment =
                new StringBuilder("environment: local\nlake: ./lake\nvariables: {raw: ./raw}\nspark:\n");
        environment.append("  spark.sql.session.timeZone: UTC\n");
        spark.forEach((key, value) -> environment
                .append("  ")
                .append(key)
                .append(": \"")
                .append(value)
                .append("\"\n"));
        Files.writeString(folder.resolve("conf/environments/local.yaml"), environment.toString());
        Files.writeString(
                folder.resolve("conf/environments/laptop.yaml"),
                "environment: laptop\nlake: %s\nvariables: {raw: %s}\nspark: {spark.master: 'local[2]'}\n"
                        .formatted(lake, folder.resolve("raw")));
        Files.writeString(folder.resolve("conf/pipelines/tills.yaml"), PIPELINE);
        StringBuilder tills = new StringBuilder("till,site\n");
        for (int till = 0; till < 40; till++) {
            tills.append(till).append(",site ").append(till % 7).append('\n');
        }
        Files.createDirectories(folder.resolve("raw/tills"));
        Files.writeString(folder.resolve("raw/tills/tills.csv"), tills.toString());
        return new TillDays(folder, lake);
    }

    /** Opens what was written by another process. */
    static TillDays open(Path folder, Path lake) {
        return new TillDays(folder, lake);
    }

    Saltern saltern() {
        return saltern;
    }

    /** Returns the same lake as a process of its own opens it, with none of the settings. */
    Saltern laptop() {
        return new Saltern(folder.resolve("conf"), "laptop");
    }

    /** Returns what is asked for the rows of a day. */
    static List<String> questions() {
        return QUESTIONS;
    }

    /** Returns the words that run a day. */
    static String[] run(LocalDate day) {
        return new String[] {"run", "tills", "--date", day.toString()};
    }

    /** Writes the raw files of a day; the same rows every time. */
    void writeDay(LocalDate day) throws IOException {
        for (int file = 0; file < FILES; file++) {
            write(file(day, file), file, 0);
        }
    }

    /** Replaces one of the files of a day: other values, the same form. */
    void replaceFile(LocalDate day, int number) throws IOException {
        write(file(day, number), number, 1);
    }

    /** Returns what readers get of a day, without its date. */
    Map<String, List<String>> rows(LocalDate day) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String question : QUESTIONS) {
            rows.put(
                    question,
                    saltern.query(question + " WHERE dt = '" + day + "'").stream()
                            .map(Map::toString)
                            .sorted()
                            .toList());
        }
        return rows;
    }

    private Path file(LocalDate day, int number) {
        return folder.resolve("raw/sales/dt=" + day + "/part-" + number + ".csv");
    }

    private static void write(Path file, int number, int more) throws IOException {
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder("id,till,v\n");
        for (int i = number * ROWS; i < (number + 1) * ROWS; i++) {
            text.append(i).append(',').append(i % 40).append(',').append(i % 97 == 0 ? -1 : i % 1_000 + more);
            text.append('\n');
        }
        Files.writeString(file, text.toString());
    }
}
