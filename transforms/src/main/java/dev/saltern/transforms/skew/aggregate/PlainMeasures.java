/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.first;

import dev.saltern.transforms.internal.Spark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.KnownNotNull;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;

/**
 * Calls that Spark takes in one GROUP BY of its own; one row per group.
 *
 * @param calls the calls, at least one
 */
record PlainMeasures(List<AggregateExpression> calls) implements Branch {
    /** Copies the list. */
    PlainMeasures {
        calls = List.copyOf(calls);
    }

    @Override
    public Dataset<Row> cells(Dataset<Row> rows, GroupColumns groups) {
        Column[] measures = IntStream.range(0, calls.size())
                .mapToObj(index -> Spark.column(calls.get(index)).as("plain" + index))
                .toArray(Column[]::new);
        // Groups by the expressions themselves: the calls may read the same columns, before they are renamed.
        return rows.groupBy(groups.of(Stream.empty()))
                .agg(measures[0], Arrays.copyOfRange(measures, 1, measures.length));
    }

    @Override
    public Column result(Dataset<Row> cells, Expression call) {
        // One row of a group comes from here and holds the result, so first() has no choice and needs no order.
        Column only = first(cells.col("plain" + calls.indexOf(call)), true);
        return call.nullable() ? only : Spark.column(new KnownNotNull(Spark.expression(only)));
    }
}
