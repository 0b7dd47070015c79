/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.skew;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.faults.LocalCluster;
import dev.saltern.test.faults.LostShuffle;
import dev.saltern.test.faults.LostShuffle.Moment;
import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.Frame;
import dev.saltern.transforms.Join;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import dev.saltern.transforms.skew.aggregate.SkewedAggregate;
import dev.saltern.transforms.skew.detect.SkewDetector;
import dev.saltern.transforms.skew.join.Side;
import dev.saltern.transforms.skew.join.SkewedJoin;
import dev.saltern.transforms.skew.window.ChunkedAverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A treatment gives the answer of the plain step also if an executor loses what it has shuffled and tasks are tried again. */
@Tag("slow")
class RetryTest {
    private static final int PARTITIONS = 12;

    @TempDir
    private static Path folder;

    private static SparkSession spark;

    private static KeySpread spread;

    @BeforeAll
    static void start() throws IOException {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("retries")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.sql.shuffle.partitions", PARTITIONS);
        LocalCluster.prepare(folder).forEach(builder::config);
        spark = builder.getOrCreate();
        spread = SkewDetector.measure(readings(), List.of("site"), Slots.of(spark));
    }

    @AfterAll
    static void stop() {
        spark.stop();
        LocalCluster.forget();
    }

    private static Dataset<Row> readings() {
        return spark.range(0, 40_000, 1, 8)
                .selectExpr(
                        "if(id % 10 < 7, 0, id % 500) AS site",
                        "timestamp_micros(id * 1000000) AS time", "sin(id) * 1e3 AS value");
    }

    private static Dataset<Row> sites() {
        return spark.range(0, 500, 1, 4).selectExpr("id AS site", "concat('site ', id) AS name");
    }

    @ParameterizedTest
    @EnumSource
    void saltedJoin(Moment moment) throws TimeoutException {
        Join join = new Join(Join.Type.LEFT, List.of("site"));
        Treated treated = SkewedJoin.of(join, SkewMode.force(Treatment.SALT))
                .apply(Side.measured(readings(), spread), Side.unmeasured(sites()));

        assertSurvives(treated, Treatment.SALT, join.apply(readings(), sites()), moment);
    }

    @ParameterizedTest
    @EnumSource
    void movingAverageInChunks(Moment moment) throws TimeoutException {
        MovingAverage average = new MovingAverage(List.of("site"), "time", "value", Frame.parse("13 rows"), "mean");
        Treated treated = new ChunkedAverage(average).apply(readings(), spread, SkewMode.force(Treatment.CHUNK));

        assertSurvives(treated, Treatment.CHUNK, average.apply(readings()), moment);
    }

    @ParameterizedTest
    @EnumSource
    void percentileInTwoStages(Moment moment) throws TimeoutException {
        Aggregate aggregate = new Aggregate(List.of("site"), Map.of("p90", "percentile(value, 0.9)"));
        Treated treated = new SkewedAggregate(aggregate).apply(readings(), spread, SkewMode.force(Treatment.TWO_STAGE));

        assertSurvives(treated, Treatment.TWO_STAGE, aggregate.apply(readings()), moment);
    }

    /** Salts that are drawn anew give another answer: the test above would see it. Spark's rand() would do so after a shuffle alone. */
    @Test
    void saltsDrawnByChanceLoseAndDoubleRows() throws TimeoutException {
        UDF0<Integer> draw = () -> ThreadLocalRandom.current().nextInt(8);
        Column salt = udf(draw, DataTypes.IntegerType).asNondeterministic().apply();
        Column[] salts = new Column[8];
        Arrays.setAll(salts, number -> lit(number));
        Dataset<Row> drawn = readings()
                .withColumn("salt", salt)
                .join(sites().withColumn("salt", explode(array(salts))), new String[] {"site", "salt"}, "left_outer")
                .drop("salt");
        LostShuffle loss = new LostShuffle(folder.resolve("local"), Moment.AMID_THE_STAGE_THAT_READS);

        Row plain = checksum(new Join(Join.Type.LEFT, List.of("site")).apply(readings(), sites()));

        assertThat(checksum(drawn)).isEqualTo(plain);
        assertThat(during(loss, drawn)).isNotEqualTo(plain);
        assertThat(loss.retriedStages()).isPositive();
    }

    private static void assertSurvives(Treated treated, Treatment treatment, Dataset<Row> plain, Moment moment)
            throws TimeoutException {
        LostShuffle loss = new LostShuffle(folder.resolve("local"), moment);
        assertThat(treated.receipt().treatment()).isEqualTo(treatment);
        Row expected = checksum(plain);
        treated.settings().forEach((key, value) -> spark.conf().set(key, value));
        try {
            assertThat(during(loss, treated.rows())).isEqualTo(expected);
        } finally {
            treated.settings().keySet().forEach(key -> spark.conf().unset(key));
        }
        assertThat(loss.deleted()).isPositive();
        assertThat(loss.fetchFailures()).isPositive();
        assertThat(loss.retriedStages()).isPositive();
    }

    private static Row during(LostShuffle loss, Dataset<Row> rows) throws TimeoutException {
        spark.sparkContext().addSparkListener(loss);
        try {
            Row checksum = checksum(rows);
            spark.sparkContext().listenerBus().waitUntilEmpty(10_000);
            return checksum;
        } finally {
            spark.sparkContext().removeSparkListener(loss);
        }
    }

    /** The same for the same rows in any order: their number and the sum of their hashes. */
    private static Row checksum(Dataset<Row> rows) {
        Column[] columns = Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
        return rows.agg(
                        count(lit(1)).as("rows"),
                        sum(xxhash64(columns).cast("decimal(20, 0)")).as("hashes"))
                .head();
    }
}
