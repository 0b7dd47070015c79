/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;

/**
 * Each value of a group once, as GROUP BY tells them apart; with several columns, each combination.
 *
 * @param number tells the branches apart
 * @param values what the calls read, constants aside
 * @param calls functions of these values, each taken as if DISTINCT were not there
 */
record DistinctValues(int number, List<Expression> values, List<Holistic> calls) implements Branch {
    /** Copies the lists. */
    DistinctValues {
        values = List.copyOf(values);
        calls = List.copyOf(calls);
    }

    @Override
    public Dataset<Row> cells(Dataset<Row> rows, GroupColumns groups) {
        return rows.select(groups.of(IntStream.range(0, values.size())
                        .mapToObj(index -> Spark.column(values.get(index)).as(name(index)))))
                .distinct();
    }

    @Override
    public Column result(Dataset<Row> cells, Expression call) {
        Holistic found = calls.stream()
                .filter(candidate -> candidate.call().equals(call))
                .findFirst()
                .orElseThrow();
        List<Column> names = IntStream.range(0, values.size())
                .mapToObj(index -> cells.col(name(index)))
                .toList();
        return over(found, names);
    }

    /** The function over columns that hold each value once. */
    static Column over(Holistic call, List<Column> values) {
        Iterator<Column> next = values.iterator();
        List<Expression> children = new ArrayList<>();
        Trees.list(call.function().children())
                .forEach(child -> children.add(child.foldable() ? child : Spark.expression(next.next())));
        AggregateFunction function = (AggregateFunction) call.function().withNewChildren(Trees.seq(children));
        return Spark.column(function.toAggregateExpression());
    }

    private String name(int zeroBasedIndex) {
        return "distinct" + number + "_" + zeroBasedIndex;
    }
}
