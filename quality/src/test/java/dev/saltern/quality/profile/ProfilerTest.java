/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ProfilerTest {
    private static Profile profile(Dataset<Row> rows) {
        return Profiler.profile(rows, ProfileOptions.DEFAULTS);
    }

    private static ColumnProfile column(Profile profile, String name) {
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresAreThoseOfAPencil() {
        Profile profile = profile(Tables.table(
                "n INT, t STRING",
                RowFactory.create(2, "AB-1"),
                RowFactory.create(4, ""),
                RowFactory.create(4, "  "),
                RowFactory.create(4, "AB-1"),
                RowFactory.create(5, null),
                RowFactory.create(5, "CD-2"),
                RowFactory.create(7, "CD-2"),
                RowFactory.create(9, "ü")));
        ColumnProfile n = column(profile, "n");

        assertThat(n.numbers().mean()).isEqualTo(5.0);
        assertThat(n.numbers().standardDeviation()).isEqualTo(2.0);
        assertThat(n.numbers().quantiles())
                .extracting(Quantile::value)
                .containsExactly(2.0, 2.0, 4.0, 4.0, 5.0, 9.0, 9.0);
        assertThat(n.numbers().histogram()).hasSize(8).startsWith(new Bucket(2, 2, 1), new Bucket(3, 3, 0));
        assertThat(n.top().get(0)).isEqualTo(new Frequency("4", 3, 0.375));
        ColumnProfile t = column(profile, "t");
        assertThat(List.of(t.nulls(), t.text().empties(), t.text().blanks(), t.distinct()))
                .containsExactly(1L, 1L, 1L, 5L);
        assertThat(t.text().patterns().get(0)).isEqualTo(new Frequency("AA-9", 4, 0.5));
        assertThat(List.of(t.text().minLength(), t.text().maxLength())).containsExactly(0, 4);
        assertThat(t.text().meanLength()).isEqualTo(19 / 7.0);
        assertThat(profile.duplicateRows()).isZero();
    }

    @Test
    void orderAndPartitionsLeaveNoTrace() {
        Dataset<Row> rows = Tables.wide(20_000);
        ProfileOptions options = ProfileOptions.DEFAULTS.withPartitionColumns(List.of("flag"));
        Profile once = Profiler.profile(rows, options);

        assertThat(Profiler.profile(rows.orderBy(functions.col("value").desc()).repartition(7), options))
                .isEqualTo(once);
        assertThat(Profiler.profile(rows.coalesce(1), options)).isEqualTo(once);
        assertThat(Profiler.profile(rows.repartition(5), options.withSample(3_000, 7)))
                .isEqualTo(Profiler.profile(rows, options.withSample(3_000, 7)));
    }

    @Test
    void estimatesKeepTheirPromises() {
        Dataset<Row> rows = Tables.wide(20_000);
        Profile profile = profile(rows);
        Row truth = rows.selectExpr(
                        "percentile(value, 0.95)", "avg(value)", "stddev_pop(value)", "count(distinct word)")
                .head();
        ColumnProfile value = column(profile, "value");
        Quantile p95 = value.numbers().quantiles().get(5);

        assertThat(p95.value()).isCloseTo(truth.getDouble(0), within(p95.maxError() * 1.1));
        assertThat(p95.maxError()).isLessThanOrEqualTo(0.001 * p95.value() * 1.01);
        assertThat(value.numbers().mean()).isCloseTo(truth.getDouble(1), within(1.0));
        assertThat(value.numbers().standardDeviation()).isCloseTo(truth.getDouble(2), within(1.0));
        ColumnProfile word = column(profile, "word");
        assertThat(word.distinctExact()).isFalse();
        assertThat(Math.abs(word.distinct() - truth.getLong(3)) * 100).isLessThan(7 * truth.getLong(3));
        assertThat(word.top()).containsExactly(new Frequency("hot", 4_000, 0.2));
        assertThat(profile.skew()).extracting(Skew::column).containsExactly("word");
        assertThat(value.numbers().histogram().stream().mapToLong(Bucket::rows).sum())
                .isEqualTo(20_000);
    }

    @Test
    void keysAreVerifiedNotGuessed() {
        List<Row> rows = LongStream.range(0, 9_000)
                .mapToObj(i -> RowFactory.create(i, i == 8_999 ? 0L : i, (int) (i / 100), (int) (i % 100)))
                .toList();
        Profile profile = profile(Tables.SESSION.createDataFrame(
                rows, StructType.fromDDL("id LONG, nearly LONG, hundreds INT, ones INT")));

        assertThat(profile.keys())
                .containsExactly(
                        new CandidateKey(List.of("id"), 9_000, true, true),
                        new CandidateKey(List.of("hundreds", "ones"), 9_000, true, true));
        assertThat(column(profile, "nearly").distinct()).isEqualTo(8_999);
        assertThat(profile.correlations())
                .anySatisfy(found -> assertThat(found.second()).isEqualTo("hundreds"));
    }

    @Test
    void correlationIsPearsons() {
        Dataset<Row> rows = Tables.wide(5_000).selectExpr("value", "value * 3 + id * 1e9 AS other");
        double truth = rows.selectExpr("corr(value, other)").head().getDouble(0);

        Profile profile = Profiler.profile(rows, new ProfileOptions(List.of(), List.of(), List.of(), 0, 0, 0.1));

        assertThat(profile.correlations())
                .singleElement()
                .satisfies(found -> assertThat(found.pearson()).isCloseTo(truth, within(0.0002)));
    }

    @Test
    void sampleProvesNeitherKeysNorCompleteness() {
        Profile profile = Profiler.profile(Tables.wide(5_000), ProfileOptions.DEFAULTS.withSample(500, 1));

        assertThat(profile.provenance().rows()).isEqualTo(500);
        assertThat(profile.provenance().tableRows()).isEqualTo(5_000);
        assertThat(profile.keys()).isEmpty();
        assertThat(profile.duplicateRows()).isNull();
        assertThat(Suggestions.of(profile))
                .contains("# 0 of 500 failed, 95 % upper bound 3/500\nIsComplete \"id\"")
                .noneMatch(rule -> rule.contains("IsPrimaryKey") || rule.contains("IsUnique"));
    }

    @Test
    void everyTypeAndEveryNameIsProfiled() {
        Profile profile = profile(Tables.nasty());

        assertThat(profile.columns()).hasSize(18);
        assertThat(profile.duplicateRows()).as("maps cannot be compared").isNull();
        ColumnProfile dotted = column(profile, "a.b");
        assertThat(List.of(dotted.nans(), dotted.infinities())).containsExactly(1L, 1L);
        assertThat(List.of(dotted.min(), dotted.max())).containsExactly("-1.0E308", "1.0E308");
        assertThat(column(profile, "UPPER").max()).isEqualTo("9223372036854775807");
        assertThat(column(profile, "dec").min()).isEqualTo("-1234567890123456789.0123456789");
        assertThat(column(profile, "d").min()).isEqualTo("0001-01-01");
        assertThat(column(profile, "ts").max()).isEqualTo("2024-02-29 23:59:59.999999");
        assertThat(column(profile, "ntz").min()).isEqualTo("2024-01-01 00:00");
        assertThat(column(profile, "nothing").nulls()).isEqualTo(40);
        assertThat(column(profile, "long_text").text().maxLength()).isEqualTo(10_039);
        assertThat(column(profile, "long_text").distinct()).isEqualTo(40);
    }

    @Test
    void emptyTableOneRowAndNoColumns() {
        assertThat(profile(Tables.nasty().limit(0)).columns())
                .allSatisfy(column -> assertThat(column.top()).isEmpty());
        assertThat(profile(Tables.nasty().limit(1)).keys()).isEmpty();
        Profile none = profile(Tables.wide(10).select());
        assertThat(none.columns()).isEmpty();
        assertThat(none.provenance().rows()).isEqualTo(10);
    }

    @Test
    void equalRowsAreCountedWithNullNanAndNegativeZero() {
        Profile profile = profile(Tables.table(
                "d DOUBLE, t STRING",
                RowFactory.create(Double.NaN, null),
                RowFactory.create(Double.NaN, null),
                RowFactory.create(0.0, "a"),
                RowFactory.create(-0.0, "a"),
                RowFactory.create(null, "a")));

        assertThat(profile.duplicateRows()).isEqualTo(2);
        assertThat(column(profile, "d").distinct()).isEqualTo(2);
        assertThat(column(profile, "d").min()).isEqualTo("0.0");
    }

    @Test
    void partitionsAreMeasured() {
        Profile profile =
                Profiler.profile(Tables.wide(100), ProfileOptions.DEFAULTS.withPartitionColumns(List.of("flag")));

        assertThat(profile.partitions()).isEqualTo(new PartitionSizes(List.of("flag"), 2, 34, 50, 66, "false"));
    }

    @Test
    void textsAreKnownForWhatTheySay() {
        Profile profile = profile(Tables.table(
                "i STRING, dec STRING, day STRING, time STRING, yes STRING, zip STRING",
                RowFactory.create("1", "1.5", "2024-01-31", "2024-01-31T10:00:00Z", "true", "01234"),
                RowFactory.create("-20", "NA", "2024-02-29", "2024-01-31 10:00", "FALSE", "99999")));

        assertThat(profile.columns())
                .extracting(column -> column.text().inferred())
                .containsExactly(
                        new InferredType("integer", 0),
                        new InferredType("decimal", 1),
                        new InferredType("date", 0),
                        new InferredType("timestamp", 0),
                        new InferredType("boolean", 0),
                        null);
    }

    @Test
    void unknownColumnIsNamed() {
        assertThatThrownBy(() ->
                        Profiler.profile(Tables.wide(1), ProfileOptions.DEFAULTS.withColumns(List.of("id", "sight"))))
                .hasMessage("Invalid column: sight (must be one of id, site, value, word, flag)");
    }
}
