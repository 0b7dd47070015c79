/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code DuplicateRowCount = 0}: the number of rows beyond the first of each group of rows that are equal in the columns of the
 * rule, or in all. NULL equals NULL and NaN equals NaN. An empty table has the number 0.
 */
final class DuplicateRowCount implements RuleSemantics, GroupMetric {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        List<StructField> keys = fields.isEmpty() ? List.of(scope.schema().fields()) : fields;
        if (!Groupable.check(filed, keys, scope)) {
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String metric = MetricName.of(fields.stream().map(StructField::name).toList(), "DuplicateRowCount");
        Claim claim = new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
        return Optional.of(
                new Check.OnGroup(claim, keys.stream().map(StructField::name).toList(), this));
    }

    @Override
    public Column broken(Column inside, List<Column> keys) {
        return inside.gt(1L);
    }

    @Override
    public List<Column> aggregates(Column inside, List<Column> keys) {
        return List.of(
                functions.sum(functions.when(inside.gt(1L), inside.minus(1L)).otherwise(0L)));
    }

    @Override
    public Tally of(long bad, long judged, List<@Nullable Object> values) {
        Object repeats = values.get(0);
        long count = repeats == null ? 0 : (Long) repeats;
        return new Tally(count, judged, count);
    }

    @Override
    public Tally ofDistinctRows(long rows) {
        return Tally.number(0L, rows);
    }
}
