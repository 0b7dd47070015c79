/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tables in buckets and the same rows without: joined and grouped after their partitions were flipped. */
final class BucketsTest {
    private static final String PIPELINE = """
            pipeline: buckets
            partition: {column: dt, grain: day}
            sources:
              orders: {path: "${raw}/orders/dt=${dt}/", format: csv, schema: "id BIGINT, v INT"}
              payments: {path: "${raw}/payments/dt=${dt}/", format: csv, schema: "id BIGINT, v INT"}
            outputs:
              left_buckets:
                from: orders
                rules: {quarantine: 'ColumnValues "v" >= 0'}
                bucket: {by: id, into: "${into}", sort: v}
              right_buckets: {from: payments, bucket: {by: id, into: "${into}"}}
              left_plain: {from: orders, rules: {drop: 'ColumnValues "v" >= 0'}}
              right_plain: {from: payments}
            """;
    private static final List<String> DAYS = List.of("2026-01-30", "2026-01-31");
    private static final String JOIN =
            "SELECT a.id, a.v + b.v AS v FROM left_%1$s a JOIN right_%1$s b ON a.id = b.id WHERE a.dt = '2026-01-31'";
    private static final String GROUP = "SELECT id, sum(v) AS v, count(*) AS n FROM left_%1$s GROUP BY id";

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
        Files.writeString(folder.resolve("conf/pipelines/buckets.yaml"), PIPELINE);
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
        for (String day : DAYS) {
            write("orders", day, 60, i -> (i % 40) + "," + (i == 7 ? -1 : i));
            write("payments", day, 30, i -> (i * 2) + "," + i);
        }
    }

    @Test
    void joinsAndGroupsNeedNoExchangeAfterEachFlip() throws IOException {
        assertThat(saltern.run("plan", "buckets", "--date", DAYS.get(0), "--set", "into=4")
                        .toString())
                .contains("4 buckets by id, sorted by v");
        DAYS.forEach(day -> assertThat(run(day, "4")).as("%s", day).matches(answer -> answer.exitCode() == 0));
        assertThat(filesPerFolder("left_buckets")).containsExactly(4L, 4L);
        assertThat(filesPerFolder("right_buckets")).containsExactly(4L, 4L);
        bucketsAnswerLikePlainRowsWithoutAnExchange(59 + 59);
        // A bucket is one file already: to merge two of them would lose both.
        assertThat(saltern.run("compact", "buckets", "--set", "into=4").toString())
                .containsPattern("left_buckets +2 +0 ");

        write("orders", DAYS.get(1), 61, i -> (i % 40) + "," + (i * 3));
        assertThat(run(DAYS.get(1), "4")).matches(answer -> answer.exitCode() == 0);
        bucketsAnswerLikePlainRowsWithoutAnExchange(59 + 61);

        Saltern.Answer other = run(DAYS.get(1), "8");
        assertThat(other.exitCode()).as(other.toString()).isEqualTo(3);
        assertThat(other.toString())
                .contains("the catalog has 4 buckets by id, sorted by v, the pipeline says 8 buckets");

        write("orders", DAYS.get(1), 240_000, i -> (i % 2 == 0 ? 1 : i) + "," + i);
        Saltern.Answer hot = run(DAYS.get(1), "4");
        assertThat(hot.exitCode()).as(hot.toString()).isEqualTo(21);
        assertThat(hot.out())
                .contains("! left_buckets: id=1 has 120001 of 240000 rows (50.0%), more than one of 4 even buckets"
                        + " (25.0%), and one task reads a bucket.");
        bucketsAnswerLikePlainRowsWithoutAnExchange(59 + 61);
    }

    private void bucketsAnswerLikePlainRowsWithoutAnExchange(int rows) {
        SparkSession session = SparkSession.builder().getOrCreate().newSession();
        session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        session.sql("USE saltern");
        for (String query : List.of(JOIN, GROUP)) {
            Dataset<Row> bucketed = session.sql(query.formatted("buckets"));
            Dataset<Row> plain = session.sql(query.formatted("plain"));
            List<Row> expected = plain.collectAsList();
            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(bucketed.collectAsList()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Spark.execution(bucketed).executedPlan().toString())
                    .contains("Bucketed: true")
                    .doesNotContain("Exchange");
            assertThat(Spark.execution(plain).executedPlan().toString()).contains("Exchange");
        }
        assertThat(session.table("left_buckets").count()).isEqualTo(rows);
    }

    /** Returns the number of files of each partition that is live. */
    private List<Long> filesPerFolder(String table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake/_runs/" + table))) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("part-"))
                    .collect(java.util.stream.Collectors.groupingBy(
                            Path::getParent, java.util.TreeMap::new, java.util.stream.Collectors.counting()))
                    .values()
                    .stream()
                    .toList();
        }
    }

    private Saltern.Answer run(String day, String into) {
        return saltern.run("run", "buckets", "--date", day, "--set", "into=" + into);
    }

    private void write(String source, String day, int rows, IntFunction<String> row) throws IOException {
        Path file = folder.resolve("raw/" + source + "/dt=" + day + "/rows.csv");
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder("id,v\n");
        for (int i = 0; i < rows; i++) {
            text.append(row.apply(i)).append('\n');
        }
        Files.writeString(file, text.toString());
    }
}
