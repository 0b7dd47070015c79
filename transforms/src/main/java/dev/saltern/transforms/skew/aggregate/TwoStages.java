/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.not;

import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;

/**
 * One GROUP BY in two stages: each branch reduces the rows, the reduced rows of all branches are put below each other and
 * grouped once more, and the measures are worked out from the results of their calls.
 *
 * <p>Two shuffles: of the reduced rows of each branch, which no hot group is one task of, and of what is left by group. The
 * input is read once per branch.
 *
 * @param node the GROUP BY
 * @param branches its first stages
 */
record TwoStages(AggregateNode node, Branches branches) {

    /** Describes the output columns of the GROUP BY of all these rows, in order. */
    Dataset<Row> of(Dataset<Row> rows) {
        GroupColumns groups = new GroupColumns(node.groups());
        Dataset<Row> cells = branches.all().stream()
                .map(branch -> branch.cells(rows, groups))
                .reduce((one, other) -> one.unionByName(other, true))
                .orElseThrow();
        Map<Expression, String> names = new LinkedHashMap<>();
        List<Column> results = new ArrayList<>();
        MeasureCalls calls = MeasureCalls.of(node.outputs());
        calls.holistic().forEach(one -> names.put(one.call().canonicalized(), "result" + names.size()));
        calls.plain().forEach(one -> names.put(one.canonicalized(), "result" + names.size()));
        calls.holistic().forEach(one -> results.add(result(cells, one.call(), names)));
        calls.plain().forEach(one -> results.add(result(cells, one, names)));
        Dataset<Row> grouped = cells.groupBy(groups.with())
                .agg(results.get(0), results.subList(1, results.size()).toArray(Column[]::new));
        for (int index = 0; index < groups.size(); index++) {
            names.put(node.groups().get(index).canonicalized(), GroupColumns.name(index));
        }
        return grouped.select(outputs(grouped, names));
    }

    /** Describes the same, where the other groups are left to Spark's own plan, in a read of their own. */
    Dataset<Row> ofHotAlone(Dataset<Row> rows, Column isHot) {
        Dataset<Row> cold = node.of(rows.where(not(isHot)));
        return of(rows.where(isHot)).union(cold);
    }

    private Column result(Dataset<Row> cells, Expression call, Map<Expression, String> names) {
        return branches.of(call).result(cells, call).as(names.get(call.canonicalized()));
    }

    private Column[] outputs(Dataset<Row> grouped, Map<Expression, String> names) {
        List<NamedExpression> outputs = node.outputs();
        return IntStream.range(0, outputs.size())
                .mapToObj(index -> {
                    Expression output = (Expression) outputs.get(index);
                    Expression measure = output instanceof Alias alias ? alias.child() : output;
                    return Spark.column(Trees.replace(
                                    measure,
                                    part -> Optional.ofNullable(names.get(part.canonicalized()))
                                            .map(name -> Spark.expression(grouped.col(name)))))
                            .as("output" + index);
                })
                .toArray(Column[]::new);
    }
}
