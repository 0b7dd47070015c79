/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
    private static final String HEADER = "id,site,\"no,te\",v\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(
                folder.resolve("environments/local.yaml"),
                "environment: local\nlake: " + folder.resolve("lake")
                        + "\nspark: {spark.master: \"local[2]\", spark.sql.shuffle.partitions: 2}\n");
        Files.createDirectories(folder.resolve("days"));
        Files.writeString(folder.resolve("days/1.csv"), HEADER + lines(0, 30));
        Files.writeString(folder.resolve("days/2.csv"), HEADER + lines(30, 50));
        Files.writeString(folder.resolve("one.csv"), HEADER + lines(0, 50));
    }

    @Test
    void cellsGoOutAsTheyStandInTheFile() throws IOException {
        String odd = HEADER + "007,\"say \"\"a, b\"\"\",\"two\nlines\",1.50\n008,,\"\",1e3\n";
        Files.writeString(folder.resolve("odd.csv"), odd);

        Answer answer = sample("odd.csv", "--n", "9");

        assertThat(answer.out()).isEqualTo(odd);
        assertThat(answer.err()).endsWith("simple-random, seed 42: 2 of 2 rows\n");
    }

    @Test
    void sampleOfAFolderIsThatOfTheSameRowsInOneFile() {
        for (List<String> method : List.of(
                List.of("--n", "7"),
                List.of("--method", "reservoir", "--share", "0.2"),
                List.of("--method", "systematic", "--every", "5", "--key", "id"),
                List.of(
                        "--method",
                        "stratified",
                        "--n",
                        "9",
                        "--by",
                        "site",
                        "--allocation",
                        "neyman",
                        "--target",
                        "v"))) {
            Answer answer = sample("days", method.toArray(String[]::new));

            assertThat(answer.out().lines().count()).as("%s", method).isBetween(8L, 11L);
            assertThat(answer.out())
                    .isEqualTo(sample("one.csv", method.toArray(String[]::new)).out());
        }
    }

    @Test
    void neymanReadsTheNumbersInTextCells() {
        Answer answer = sample(
                "one.csv",
                "--method",
                "stratified",
                "--n",
                "9",
                "--by",
                "site",
                "--allocation",
                "neyman",
                "--target",
                "v");

        // The value is the same everywhere but in site b.
        assertThat(answer.out()).startsWith(HEADER);
        assertThat(answer.out().lines().skip(1)).hasSize(9).allMatch(line -> line.contains(",b,"));
    }

    @Test
    void filesAreWrittenInTheFormatOfTheirEndingAndReadAgain() throws IOException {
        for (String name : List.of("s.parquet", "s.json", "s.csv")) {
            String output = folder.resolve(name).toString();
            Answer written = sample("days", "--n", "7", "--output", output, "--json");

            assertThat(written.out()).contains("\"rows\" : 7").contains("\"of\" : 50");
            assertThat(ids(sample(name, "--n", "50"))).isEqualTo(ids(sample("days", "--n", "7")));
            assertThat(sample("days", "--n", "7", "--output", output).err())
                    .contains("Cannot write " + output + ": it is there\n")
                    .endsWith("\nnext:  Remove it, or name another --output\n");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("environments", "days", "one.csv", "s.parquet", "s.json", "s.csv");
        }
    }

    @Test
    void allThatIsWrongWithTheOptionsIsTold() {
        Answer answer = sample(
                "days", "--n", "0", "--share", "1.5", "--every", "x", "--seed", "1.5", "--by", "site", "--target", "v");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("""
                        error: Invalid --n: 0 (must be a whole number, 1 or more)
                        error: Invalid --share: 1.5 (must be in (0, 1])
                        error: Invalid --every: x (must be a whole number, 1 or more)
                        error: Invalid --seed: 1.5 (must be a whole number)
                        error: Invalid --n or --share: both (must be one of them)
                        error: Invalid --every: x (must stand with --method systematic)
                        error: Invalid --by: site (must stand with --method stratified)
                        error: Invalid --target: v (must stand with --method stratified)
                        where: saltern sample\s""").endsWith("\n8 problems\n");
        assertThat(sample("days", "--method", "stratified", "--allocation", "neyman")
                        .err())
                .startsWith("""
                        error: Missing required --n or --share
                        error: Missing required --by: a stratified sample has columns that make the strata
                        error: Missing required --target: a neyman allocation has a numeric column
                        where:\s""");
        assertThat(sample("days", "--method", "bernuli").err())
                .startsWith("error: Invalid --method: bernuli (must be simple-random, bernoulli, systematic,"
                        + " stratified or reservoir)\nwhere: ");
    }

    @Test
    void whatIsNotThereOrNotKnownIsTold() throws IOException {
        Files.writeString(folder.resolve("days/3.json"), "{}");
        assertThat(sample("days", "--n", "1").err())
                .contains("error: Missing required --format: " + folder.resolve("days") + " has files of csv, json\n");
        assertThat(sample("nowhere", "--n", "1").err())
                .contains("there is no such file or folder\nwhere: ")
                .endsWith("\nnext:  A published table stands with --table\n");
        assertThat(sample("one.csv", "--n", "1", "--key", "idd").err())
                .contains("error: Cannot sample: column 'idd' is not on the input\nwhere: ")
                .endsWith("\nnext:  Did you mean id?\n");
        assertThat(sample("one.csv", "--n", "1", "--output", "x.gz").err())
                .contains("error: Invalid --output: x.gz (must end in .csv, .json or .parquet)\n");
    }

    private record Answer(int exitCode, String out, String err) {}

    private Answer sample(String what, String... options) {
        List<String> words =
                new ArrayList<>(List.of("sample", folder.resolve(what).toString(), "--conf", folder.toString()));
        words.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new JobTool().run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    private static List<String> ids(Answer answer) {
        return answer.out().lines().map(line -> line.substring(0, 3)).toList();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%03d,%s,,%s%n", i, i % 3 == 1 ? "b" : "a", i % 3 == 1 ? i + ".5" : "7"))
                .collect(Collectors.joining());
    }
}
