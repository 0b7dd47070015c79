/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code IsUnique "a" "b"} and {@code IsPrimaryKey "a" "b"}: no two rows have equal keys. Every row of a group of equal
 * keys is bad, the first one too. Two NULL keys, and two NaN, are equal. IsUnique passes over rows in which every key is
 * NULL; for IsPrimaryKey a row with any NULL key is bad. Both hold on an empty table.
 */
final class Unique implements RuleSemantics, GroupMetric {
    private final boolean primaryKey;

    Unique(boolean primaryKey) {
        this.primaryKey = primaryKey;
    }

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        if (!Groupable.check(filed, fields, scope)) {
            return Optional.empty();
        }
        List<String> names = fields.stream().map(StructField::name).toList();
        String metric = MetricName.of(names, "Uniqueness");
        String required = primaryKey ? "unique and not NULL" : "unique";
        Claim claim = new Claim(filed, metric, required, applies, Verdict.everyRow());
        return Optional.of(new Check.OnGroup(claim, names, this));
    }

    @Override
    public Column broken(Column inside, List<Column> keys) {
        List<Column> missing = keys.stream().map(Column::isNull).toList();
        Column none = missing.stream().reduce(Column::and).orElseThrow();
        Column any = missing.stream().reduce(Column::or).orElseThrow();
        return primaryKey
                ? inside.gt(1L).or(inside.gt(0L).and(any))
                : inside.gt(1L).and(functions.not(none));
    }

    @Override
    public Tally of(long bad, long judged, List<@Nullable Object> values) {
        return Tally.rows(bad, judged);
    }

    @Override
    public Tally ofDistinctRows(long rows) {
        return Tally.rows(0, rows);
    }
}
