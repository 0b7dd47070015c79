/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Percentile;

/**
 * Each value of a group with the number of its rows; -0.0 and 0.0 are two values.
 *
 * <p>A percentile is Spark's own function of the values and their numbers as frequencies, which reads the same ranks of the
 * same values. The mode is the value of the highest number, and the least of them if there are several.
 *
 * @param number tells the branches apart
 * @param value what the calls read
 * @param calls percentiles and modes of the value, and, unless it has two zeros, functions of its distinct values
 */
record CountedValues(int number, Expression value, List<Holistic> calls) implements Branch {
    /** Copies the list. */
    CountedValues {
        calls = List.copyOf(calls);
    }

    @Override
    public Dataset<Row> cells(Dataset<Row> rows, GroupColumns groups) {
        return rows.select(groups.of(Stream.of(Spark.column(value).as(valueName()))))
                .withColumn(signName(), Signed.isNegativeZero(col(valueName()), value.dataType()))
                .groupBy(groups.with(col(valueName()), col(signName())))
                .agg(count(lit(1)).as(countName()));
    }

    @Override
    public Column result(Dataset<Row> cells, Expression call) {
        Holistic found = calls.stream()
                .filter(candidate -> candidate.call().equals(call))
                .findFirst()
                .orElseThrow();
        Column values = cells.col(valueName());
        return switch (found.kind()) {
            case PERCENTILE ->
                percentile(
                        found,
                        Signed.restored(values, cells.col(signName()), value.dataType()),
                        cells.col(countName()));
            case MODE -> mode(cells);
            case DISTINCT -> DistinctValues.over(found, List.of(values));
        };
    }

    /** The percentile over values that stand for several rows each. */
    static Column percentile(Holistic call, Column values, Column counts) {
        Percentile wanted = (Percentile) call.function();
        return Spark.column(new Percentile(
                        Spark.expression(values),
                        wanted.percentageExpression(),
                        Spark.expression(counts),
                        0,
                        0,
                        wanted.reverse())
                .toAggregateExpression());
    }

    private Column mode(Dataset<Row> cells) {
        Column values = cells.col(valueName());
        Column candidate = struct(
                negate(cells.col(countName())).as("order"),
                values.as("value"),
                cells.col(signName()).as("sign"));
        Column most = min(when(values.isNotNull(), candidate));
        return Signed.restored(most.getField("value"), most.getField("sign"), value.dataType());
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
}
