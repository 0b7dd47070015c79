/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.TestSession;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.dqdl.Dqdl;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.BucketingUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableLayoutTest {
    private static final SparkSession SPARK = TestSession.session();
    private static final Bucket FOUR = new Bucket(List.of("id"), 4, List.of("v"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachBucketOfAPartitionIsOneSortedFileThatSparkWouldLookFor(WritePlan plan) throws IOException {
        Written written = write(plan, new TableLayout(List.of("dt"), FOUR, null, null));

        assertThat(written.rows()).isEqualTo(180);
        assertThat(written.quarantinedRows()).isEqualTo(20);
        List<Path> files = kept();
        assertThat(files).hasSize(8);
        for (Path file : files) {
            int bucket = (int)
                    BucketingUtils.getBucketId(file.getFileName().toString()).get();
            Dataset<Row> rows = SPARK.read().parquet(file.toString());
            assertThat(rows.selectExpr("pmod(hash(id), 4) AS b")
                            .distinct()
                            .collectAsList()
                            .toString())
                    .isEqualTo("[[" + bucket + "]]");
            assertThat(rows.select("v").collectAsList())
                    .extracting(row -> row.getInt(0))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFileHasMoreRecordsThanAllowed(WritePlan plan) throws IOException {
        write(plan, new TableLayout(List.of("dt"), FOUR, null, 7L));
        long rows = 0;
        for (Path file : kept()) {
            long records = SPARK.read().parquet(file.toString()).count();
            assertThat(records).isBetween(1L, 7L);
            rows += records;
        }
        assertThat(rows).isEqualTo(180);
    }

    @Test
    void partitionIsCutIntoFilesBySizeOfTheShuffle() throws IOException {
        Written written = write(WritePlan.SPLIT, new TableLayout(List.of("dt"), null, 1L << 30, null));
        assertThat(kept()).hasSize(2);
        long shuffled = Objects.requireNonNull(written.shuffledBytes());
        assertThat(shuffled).isBetween(500L, 50_000L);

        // A partition is cut between what the tasks before the shuffle wrote: eight here.
        write(WritePlan.SPLIT, new TableLayout(List.of("dt"), null, shuffled / 8, null));
        assertThat(kept()).hasSizeBetween(4, 16);
    }

    /** Rows that are written first are cut between what the tasks read that split them: files so small share a task, and which do is chance. */
    @Test
    void partitionThatIsWrittenFirstIsCutBetweenTheFilesThatWereWritten() throws IOException {
        SPARK.conf().set("spark.sql.files.minPartitionNum", 8);
        try {
            write(WritePlan.WRITE_FIRST, new TableLayout(List.of("dt"), null, 500L, null));
        } finally {
            SPARK.conf().unset("spark.sql.files.minPartitionNum");
        }
        assertThat(kept()).hasSizeBetween(4, 16);
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfOneFolderStayInTheirTasks(WritePlan plan) throws IOException {
        TableLayout gathered = new TableLayout(List.of("dt"), null, 1L << 30, null);

        String before = SPARK.conf().get("spark.sql.files.openCostInBytes");

        Written written = write(plan, gathered.forOneFolder(), "'a'");

        assertThat(written.shuffledBytes()).isNull();
        // They come from eight tasks that nothing may join; what is written first is read by as few as so little takes.
        assertThat(kept()).hasSizeBetween(plan == WritePlan.SPLIT ? 7 : 1, plan == WritePlan.SPLIT ? 8 : 4);
        assertThat(written.kept().count()).isEqualTo(180);
        assertThat(SPARK.conf().get("spark.sql.files.openCostInBytes")).isEqualTo(before);
    }

    @Test
    void smallPiecesOfAShuffleBecomeOneFile() throws IOException {
        assertThat(filesOfOneFolder(1L << 20)).hasSize(1);
        // Wanted so small that each processor may write its own.
        assertThat(filesOfOneFolder(8)).hasSizeGreaterThan(1);
    }

    @Test
    void filesInFrontOfAShuffleAreReadByAsManyTasksAsEver() {
        Path read = folder.resolve("read");
        SPARK.range(0, 3_000, 1, 3).write().parquet(read.toString());
        SPARK.conf().set("spark.sql.files.openCostInBytes", "1b");
        try {
            Dataset<Row> scanned =
                    SPARK.read().parquet(read.toString()).selectExpr("id", "spark_partition_id() AS task", "'a' AS dt");
            assertThat(tasks("moved", scanned.repartition(new Column[] {col("id")})))
                    .isEqualTo(3);
            // What one task reads it writes.
            assertThat(tasks("stayed", scanned)).isLessThan(3);
        } finally {
            SPARK.conf().unset("spark.sql.files.openCostInBytes");
        }
    }

    /** Writes the rows in files as large as can be, and returns how many tasks read them. */
    private long tasks(String table, Dataset<Row> rows) {
        Path written = writeToOneFolder(table, rows, 1L << 30);
        return SPARK.read()
                .parquet(written.toString())
                .select("task")
                .distinct()
                .count();
    }

    private List<Path> filesOfOneFolder(long shuffledBytesPerFile) throws IOException {
        Dataset<Row> rows =
                SPARK.sql("SELECT id, 'a' dt FROM range(0, 200, 1, 8)").repartition(new Column[] {col("id")});
        return files(writeToOneFolder("of" + shuffledBytesPerFile, rows, shuffledBytesPerFile));
    }

    /** Writes the rows, which all go to one folder of the table that is returned. */
    private Path writeToOneFolder(String table, Dataset<Row> rows, long shuffledBytesPerFile) {
        TableLayout layout = new TableLayout(List.of("dt"), null, shuffledBytesPerFile, null).forOneFolder();
        Path path = folder.resolve(table);
        new CheckedWrite(
                        RuleBook.compile(List.of(), rows.schema()),
                        rows.schema(),
                        layout,
                        WritePlan.WRITE_FIRST,
                        Evidence.NONE)
                .write(rows, path.toString());
        return path;
    }

    @Test
    void rowsWithoutPartitionsAreNotSortedToBeDealtOut() {
        Dataset<Row> rows = SPARK.range(0, 1_000, 1, 4).selectExpr("id", "map(id, id) AS m");
        TableWriter writer = new TableWriter(TableLayout.of(List.of()));

        Dataset<Row> gathered = writer.gathered(rows);

        assertThat(Spark.execution(gathered).executedPlan().toString())
                .contains("Exchange hashpartitioning(id#")
                .doesNotContain("RoundRobin");
        assertThat(gathered.select("id").distinct().count()).isEqualTo(1_000);
        assertThat(writer.gathered(rows.select("m")).count()).isEqualTo(1_000);
    }

    private Written write(WritePlan plan, TableLayout layout) throws IOException {
        return write(plan, layout, "IF(id % 2 = 0, 'a', 'b')");
    }

    private Written write(WritePlan plan, TableLayout layout, String partition) throws IOException {
        Dataset<Row> rows = SPARK.sql("SELECT id, CAST(200 - id AS INT) v, " + partition + " dt FROM range(200)")
                .repartition(8);
        List<FiledRule> rules = FiledRule.all(
                Action.QUARANTINE, Dqdl.parse("ColumnValues \"v\" > 20", "rules.dqdl", 1, 1), new ArrayList<>());
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a))
                    .filter(file -> !file.equals(folder))
                    .forEach(file -> file.toFile().delete());
        }
        return new CheckedWrite(RuleBook.compile(rules, rows.schema()), rows.schema(), layout, plan, Evidence.NONE)
                .write(rows, folder.resolve("table").toString());
    }

    private List<Path> kept() throws IOException {
        return files(folder.resolve("table").resolve(TableFolder.KEPT));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
