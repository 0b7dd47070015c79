/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.TestSession;
import dev.saltern.transforms.internal.Spark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final SparkSession SPARK = TestSession.session();
    private static final TableLayout BUCKETS =
            new TableLayout(List.of("dt"), new Bucket(List.of("id"), 4, List.of()), null, null);

    @TempDir
    private Path folder;

    @Test
    void allRowsOfABucketAreInOneTaskAndBucketsInSeveral() {
        // So few rows would come together in one task, and every way to deal them out would be right.
        SPARK.conf().set("spark.sql.adaptive.coalescePartitions.enabled", false);
        try {
            Dataset<Row> rows = SPARK.range(0, 200, 1, 4).selectExpr("id", "CAST(id % 3 AS STRING) AS dt");
            Dataset<Row> tasks = new TableWriter(BUCKETS)
                    .gathered(rows)
                    .selectExpr("dt", "pmod(hash(id), 4) AS bucket", "spark_partition_id() AS task")
                    .distinct();

            assertThat(tasks.count()).isEqualTo(12);
            assertThat(tasks.select("dt", "task").distinct().count()).isEqualTo(6);
        } finally {
            SPARK.conf().unset("spark.sql.adaptive.coalescePartitions.enabled");
        }
    }

    @Test
    void rowsAreDealtOutByColumnsOfOneValueAlone() {
        Dataset<Row> rows = SPARK.range(0, 10, 1, 4).selectExpr("id", "map(id, id) AS m", "struct(id) AS s");

        Dataset<Row> gathered = new TableWriter(TableLayout.of(List.of())).gathered(rows);

        assertThat(Spark.execution(gathered).executedPlan().toString())
                .containsPattern("Exchange hashpartitioning\\(id#\\d+L, \\d+\\)");
    }

    @Test
    void columnsMayHaveAnyName() {
        Dataset<Row> rows = SPARK.range(10).selectExpr("id AS `a``b.c`");

        assertThat(rows.select(TableWriter.column("a`b.c")).count()).isEqualTo(10);
    }

    @Test
    void bucketsAreNotAddedToWhatIsThere() {
        Dataset<Row> rows = SPARK.range(10).selectExpr("id", "'a' AS dt");
        TableWriter writer = new TableWriter(BUCKETS);
        writer.write(rows, path(), SaveMode.ErrorIfExists, "parquet", Map.of());

        assertThatThrownBy(() -> writer.write(rows, path(), SaveMode.ErrorIfExists, "parquet", Map.of()))
                .hasMessageContaining("already exists");

        writer.write(rows, path(), SaveMode.Append, "parquet", Map.of());
        assertThat(SPARK.read().parquet(path()).count()).isEqualTo(20);
    }

    private String path() {
        return folder.resolve("table").toString();
    }
}
