/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {

    /** 200 rows: 50 keys with 4 rows each, which follow each other by unit. */
    private static final Dataset<Row> UNITS =
            sql("SELECT CAST(floor(id / 4) AS BIGINT) AS key, CAST(id AS INT) AS unit FROM range(200)");

    static Stream<SampleMethod> methods() {
        return Stream.of(
                SampleMethod.simpleRandom(20),
                SampleMethod.bernoulli(0.4),
                SampleMethod.systematic(3),
                SampleMethod.stratified(20, List.of("g"), Allocation.neyman("v")),
                SampleMethod.reservoir(20));
    }

    @Test
    void simpleRandomTakesTheLeastHashesAndTellsRowsOfAKeyApart() {
        for (int seed : List.of(0, 1, 399)) {
            Sample sample = new Sample(SampleMethod.simpleRandom(60), List.of("key"), seed);
            assertThat(unitsOf(sample.apply(UNITS))).containsExactlyInAnyOrderElementsOf(Draws.least(seed, 60));
        }
    }

    @Test
    void reservoirAndBernoulliTakeTheRowsThatSimpleRandomTakesWhereKeysAreUnique() {
        Dataset<Row> unique = sql("SELECT id AS key, CAST(id * 4 AS INT) AS unit FROM range(50)");
        for (int seed : List.of(0, 1, 399)) {
            List<Integer> least = unitsOf(new Sample(SampleMethod.simpleRandom(9), List.of("key"), seed).apply(unique));
            assertThat(unitsOf(new Sample(SampleMethod.reservoir(9), List.of("key"), seed).apply(unique)))
                    .hasSize(9)
                    .containsExactlyInAnyOrderElementsOf(least);
            List<Integer> below = Draws.below(seed, 0.3).stream()
                    .filter(unit -> unit % Draws.OCCURRENCES == 0)
                    .toList();
            assertThat(unitsOf(new Sample(SampleMethod.bernoulli(0.3), List.of("key"), seed).apply(unique)))
                    .containsExactlyInAnyOrderElementsOf(below);
        }
    }

    @Test
    void bernoulliTakesAllRowsOfAKeyOrNone() {
        List<Integer> taken = unitsOf(new Sample(SampleMethod.bernoulli(0.3), List.of("key"), 7).apply(UNITS));

        List<Integer> wholeKeys = taken.stream()
                .map(unit -> unit / Draws.OCCURRENCES)
                .distinct()
                .flatMap(key -> IntStream.range(0, Draws.OCCURRENCES)
                        .mapToObj(occurrence -> key * Draws.OCCURRENCES + occurrence))
                .toList();
        assertThat(taken).hasSizeBetween(8, 120).containsExactlyInAnyOrderElementsOf(wholeKeys);
    }

    @Test
    void systematicTakesEveryKthRowInTheOrderOfTheKey() {
        Dataset<Row> shuffled = UNITS.repartition(7).orderBy(UNITS.col("unit").desc());
        for (int seed : List.of(0, 1, 2)) {
            Sample sample = new Sample(SampleMethod.systematic(6), List.of("unit"), seed);
            List<Integer> expected = Stream.iterate(Hash.below(6, seed), unit -> unit < 200, unit -> unit + 6)
                    .toList();
            assertThat(unitsOf(sample.apply(shuffled))).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(IntStream.range(0, 20)
                        .map(seed -> Hash.below(6, seed))
                        .distinct()
                        .count())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void samplesAreTheSameInWhateverOrderAndPartitionsTheRowsCome(SampleMethod method) {
        Dataset<Row> rows = sql("SELECT CAST(id % 3 AS STRING) AS g, CAST(id % 40 AS DOUBLE) / 7 AS v,"
                + " nullif(CAST(id % 25 AS INT), 0) AS k FROM range(120)");
        Sample sample = new Sample(method, List.of("k"), 5);
        List<String> once = textOf(sample.apply(rows.coalesce(1)));

        assertThat(once).hasSizeBetween(16, 80);
        assertThat(textOf(sample.apply(rows.repartition(7)))).isEqualTo(once);
        assertThat(textOf(sample.apply(rows.repartition(200).coalesce(2)))).isEqualTo(once);
        assertThat(textOf(sample.apply(rows.coalesce(1).orderBy(rows.col("v").desc(), rows.col("k")))))
                .isEqualTo(once);
        assertThat(textOf(new Sample(method, List.of("k"), 6).apply(rows))).isNotEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void emptyTableAndOneRowKeepTheSchema(SampleMethod method) {
        Dataset<Row> one = table("g STRING, v DOUBLE, `a.b` INT", row(null, null, 1))
                .withMetadata("v", Metadata.fromJson("{\"unit\":\"K\"}"));
        Sample sample = new Sample(method, List.of(), 1);

        Dataset<Row> none = sample.apply(one.where("false"));
        assertThat(none.schema().asNullable()).isEqualTo(one.schema());
        assertThat(none.count()).isZero();
        boolean fixed = !(method instanceof SampleMethod.Bernoulli) && !(method instanceof SampleMethod.Systematic);
        if (fixed) {
            assertThat(textOf(sample.apply(one))).containsExactly("[null,null,1]");
        }
    }

    @Test
    void moreRowsThanThereAreIsTheTableWithItsDuplicates() {
        Dataset<Row> rows = table(
                "g STRING, v DOUBLE",
                row("a", -0.0),
                row("a", 0.0),
                row("a", 0.0),
                row(null, Double.NaN),
                row(null, Double.NaN),
                row("b", Double.POSITIVE_INFINITY));
        methods()
                .filter(method ->
                        !(method instanceof SampleMethod.Bernoulli || method instanceof SampleMethod.Systematic))
                .forEach(method -> assertThat(textOf(new Sample(method, List.of(), 1).apply(rows)))
                        .isEqualTo(textOf(rows)));
        assertThat(textOf(new Sample(SampleMethod.bernoulli(1), List.of(), 1).apply(rows)))
                .isEqualTo(textOf(rows));
        assertThat(textOf(new Sample(SampleMethod.systematic(1), List.of(), 1).apply(rows)))
                .isEqualTo(textOf(rows));
    }

    @Test
    void equalRowsAreDrawnOneByOneButForOnePass() {
        Dataset<Row> same = sql("SELECT 1 AS a FROM range(30)");

        assertThat(new Sample(SampleMethod.simpleRandom(7), List.of(), 1)
                        .apply(same)
                        .count())
                .isEqualTo(7);
        assertThat(new Sample(SampleMethod.reservoir(7), List.of(), 1)
                        .apply(same)
                        .count())
                .isEqualTo(7);
        assertThat(new Sample(SampleMethod.bernoulli(0.5), List.of(), 1)
                        .apply(same)
                        .count())
                .isIn(0L, 30L);
    }

    @Test
    void nanAndZerosAndNullsAreOneKeyEachAndPlacesOfNullsDiffer() {
        Dataset<Row> rows = sql("SELECT * FROM VALUES (double('NaN'), 1D), (0D, NULL), (NULL, 0D), (-0D, NULL),"
                + " (-double('NaN'), 1D), (NULL, NULL) AS t(x, y)");
        Units units = Units.of(rows, List.of("x", "y"), 3);

        List<Long> hashes =
                units.rows().select(units.hash()).as(Encoders.LONG()).collectAsList();
        assertThat(hashes.get(4)).isEqualTo(hashes.get(0));
        assertThat(hashes.get(3)).isEqualTo(hashes.get(1));
        assertThat(hashes.stream().distinct()).hasSize(4);
    }

    @Test
    void fixedSizesNeedNoSortOfTheTable() {
        Dataset<Row> rows = UNITS.repartition(5);
        String plan = Spark.execution(new Sample(SampleMethod.reservoir(9), List.of("key"), 1).apply(rows))
                .executedPlan()
                .toString();

        assertThat(plan).contains("TakeOrderedAndProject(limit=9").doesNotContain("rangepartitioning");
    }

    @Test
    void mapsAndNestedColumnsAreHashedToo() {
        Dataset<Row> rows = sql("SELECT map('a', id, 'b', 1L) AS m, array(double('NaN')) AS l,"
                + " named_struct('m', map(id, id)) AS s FROM range(20)");
        methods()
                .filter(method -> !(method instanceof SampleMethod.Stratified))
                .forEach(method -> assertThat(
                                new Sample(method, List.of(), 1).apply(rows).count())
                        .isPositive());
    }

    @Test
    void reportsAllWrongColumnsTogether() {
        Dataset<Row> rows = sql("SELECT 1 AS id, 'x' AS site, make_interval(1) AS i");
        Sample sample =
                new Sample(SampleMethod.stratified(1, List.of("sit"), Allocation.neyman("SITE")), List.of("idd"), 1);

        assertThatThrownBy(() -> sample.apply(rows))
                .hasMessage("1. Cannot sample: column 'idd' is not on the input (nearest: id)\n"
                        + "2. Cannot sample: column 'sit' is not on the input (nearest: site)\n"
                        + "3. Cannot sample: column 'site' has type STRING, which is no target (must be numeric)\n"
                        + "4. Cannot sample: column 'i' has type INTERVAL, which rows cannot be compared by."
                        + " Drop or convert it first");
    }

    @Test
    void refusesSizesOutsideTheirRange() {
        assertThatThrownBy(() -> SampleMethod.simpleRandom(0)).hasMessage("Invalid n: 0 (must be 1 or more)");
        assertThatThrownBy(() -> SampleMethod.reservoir(-1)).hasMessage("Invalid n: -1 (must be 1 or more)");
        assertThatThrownBy(() -> SampleMethod.systematic(0)).hasMessage("Invalid every: 0 (must be 1 or more)");
        assertThatThrownBy(() -> SampleMethod.bernoulli(0)).hasMessage("Invalid share: 0.0 (must be in (0, 1])");
        assertThatThrownBy(() -> SampleMethod.bernoulli(Double.NaN))
                .hasMessage("Invalid share: NaN (must be in (0, 1])");
        assertThatThrownBy(() -> SampleMethod.bernoulli(1.1)).hasMessage("Invalid share: 1.1 (must be in (0, 1])");
        assertThatThrownBy(() -> SampleMethod.stratified(1, List.of(), Allocation.equal()))
                .hasMessage("Missing required by");
        assertThatThrownBy(() -> Allocation.neyman("")).hasMessage("Missing required target");
    }

    private static List<Integer> unitsOf(Dataset<Row> sample) {
        return sample.select("unit").as(Encoders.INT()).collectAsList();
    }
}
