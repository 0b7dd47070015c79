/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * The values of a group that can be the wanted percentiles, each with the number of its rows, and for the gaps between them
 * one row each with its least and greatest value. A group without ranges keeps all its values; so do NULL and NaN.
 *
 * <p>The percentile is taken twice, with the least and with the greatest value of each gap. The true one lies between the
 * two, so it is known if they are the same. They differ only if a wanted rank lies in a gap; the query then fails rather
 * than give a wrong answer. Where -0.0 and 0.0 both are at the wanted rank, the sign is either one, as it is in Spark.
 *
 * @param number tells the branches apart
 * @param value what the calls read, of a numeric type
 * @param calls percentiles of the value
 * @param bounds one row per group with ranges: the columns of the group, then the borders of its ranges as DOUBLE columns
 *     that are called bound and numbered from 0, both borders included, in ascending order, NULL after the last
 * @param width number of columns of bounds, even
 */
record BracketedValues(int number, Expression value, List<Holistic> calls, Dataset<Row> bounds, int width)
        implements Branch {
    /** Copies the list. */
    BracketedValues {
        calls = List.copyOf(calls);
    }

    @Override
    public Dataset<Row> cells(Dataset<Row> rows, GroupColumns groups) {
        Dataset<Row> values =
                rows.select(groups.of(Stream.of(Spark.column(value).as("value"))));
        Column inGroup = IntStream.range(0, groups.size())
                .mapToObj(
                        index -> values.col(GroupColumns.name(index)).eqNullSafe(bounds.col(GroupColumns.name(index))))
                .reduce(lit(true), Column::and);
        Dataset<Row> placed = values.join(broadcast(bounds), inGroup, "left")
                .select(Stream.concat(
                                IntStream.range(0, groups.size())
                                        .mapToObj(index -> values.col(GroupColumns.name(index))),
                                Stream.of(values.col("value"), gap().as(gapName())))
                        .toArray(Column[]::new))
                .withColumn(valueName(), when(col(gapName()).isNull(), col("value")))
                .withColumn(signName(), Signed.isNegativeZero(col(valueName()), value.dataType()));
        return placed.groupBy(groups.with(col(gapName()), col(valueName()), col(signName())))
                .agg(
                        count(lit(1)).as(countName()),
                        min(col("value")).as(lowName()),
                        max(col("value")).as(highName()));
    }

    @Override
    public Column result(Dataset<Row> cells, Expression call) {
        Holistic found = calls.stream()
                .filter(candidate -> candidate.call().equals(call))
                .findFirst()
                .orElseThrow();
        Column low = CountedValues.percentile(found, representative(cells, lowName()), cells.col(countName()));
        Column high = CountedValues.percentile(found, representative(cells, highName()), cells.col(countName()));
        String message =
                "Cannot take " + found.call().sql() + " in two stages: a hot group had other values when they were"
                        + " read again. Store the input of the aggregate first, or switch skew off for this step";
        return when(low.eqNullSafe(high), low)
                .otherwise(raise_error(lit(message)).cast(found.function().dataType()));
    }

    /** The number of the gap that the value lies in; NULL if the value is to be kept. */
    private Column gap() {
        Column number = col("value").cast("double");
        Column gap = when(
                col("bound0").isNull().or(number.isNull()).or(isnan(number)),
                lit(null).cast("int"));
        for (int bound = 0; bound < width; bound += 2) {
            // A border that is NULL compares as NULL, and the value falls through to the last gap.
            gap = gap.when(number.lt(col("bound" + bound)), lit(bound / 2))
                    .when(number.leq(col("bound" + (bound + 1))), lit(null).cast("int"));
        }
        return gap.otherwise(lit(width / 2));
    }

    private Column representative(Dataset<Row> cells, String ofGap) {
        return when(
                        cells.col(gapName()).isNull(),
                        Signed.restored(cells.col(valueName()), cells.col(signName()), value.dataType()))
                .otherwise(cells.col(ofGap));
    }

    private String gapName() {
        return "gap" + number;
    }

    private String valueName() {
        return "value" + number;
    }

    private String signName() {
        return "sign" + number;
    }

    private String countName() {
        return "count" + number;
    }

    private String lowName() {
        return "low" + number;
    }

    private String highName() {
        return "high" + number;
    }
}
