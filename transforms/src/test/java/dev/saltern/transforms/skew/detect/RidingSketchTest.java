/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static dev.saltern.transforms.Tables.SPARK;
import static dev.saltern.transforms.Tables.sql;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.Slots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.JavaConverters;

class RidingSketchTest {

    private static final Slots SLOTS = new Slots(2, 8);

    private static final String ROWS = "SELECT id, CASE WHEN id % 2 = 0 THEN 'hot' WHEN id % 9 = 0 THEN NULL"
            + " ELSE CAST(id AS STRING) END AS k, id % 4 AS n FROM range(0, 9000, 1, 5)";

    @Test
    void ridesAWriteAndCountsTheRowsWritten(@TempDir Path folder) throws InterruptedException {
        Dataset<Row> rows = sql(ROWS);
        Observation ride = new Observation("ride");
        String target = folder.resolve("written").toString();

        rows.observe(
                        ride,
                        KeySketch.column(List.of("k"), rows.schema(), SLOTS).as("k"),
                        KeySketch.column(List.of("n", "id"), rows.schema(), SLOTS)
                                .as("n, id"))
                .write()
                .partitionBy("n")
                .parquet(target);
        Map<String, ?> metrics = JavaConverters.mapAsJavaMap(ride.get());
        KeySketch byKey = KeySketch.of((byte[]) metrics.get("k"));
        KeySketch byNumber = KeySketch.of((byte[]) metrics.get("n, id"));

        Dataset<Row> written = SPARK.read().parquet(target);
        assertThat(byKey.rows()).isEqualTo(written.count()).isEqualTo(9000);
        assertThat(byKey.nullRows())
                .isEqualTo(written.where("k IS NULL").count())
                .isEqualTo(500);
        assertThat(byKey.spread(written, List.of("k"), SLOTS).hot())
                .extracting(HotKey::text, HotKey::rowsAtLeast)
                .containsExactly(tuple("hot", 4500L));
        assertThat(byNumber.rows()).isEqualTo(9000);
        assertThat(byNumber.hot(SLOTS)).isEmpty();
    }

    @Test
    void leavesOutRowsThatAreNotCounted() throws InterruptedException {
        Dataset<Row> rows = sql(ROWS);
        Observation ride = new Observation();

        List<Row> all = rows.observe(
                        ride,
                        KeySketch.column(List.of("k"), rows.schema(), SLOTS, col("n").lt(2))
                                .as("k"))
                .collectAsList();
        KeySketch sketch = KeySketch.of((byte[]) ride.get().apply("k"));

        assertThat(all).hasSize(9000);
        assertThat(sketch.rows()).isEqualTo(rows.where("n < 2").count());
        assertThat(sketch.nullRows())
                .isEqualTo(rows.where("n < 2 AND k IS NULL").count())
                .isPositive();
    }

    @Test
    void sketchOfAJobAndOfARideAgree() throws InterruptedException {
        Dataset<Row> rows = sql(ROWS);
        Observation ride = new Observation();

        rows.observe(ride, KeySketch.column(List.of("k"), rows.schema(), SLOTS).as("k"))
                .foreach(row -> {});
        KeySketch own = SkewDetector.sketch(rows, List.of(List.of("k")), SLOTS).get(List.of("k"));

        assertThat(KeySketch.of((byte[]) ride.get().apply("k"))).isEqualTo(own);
    }
}
