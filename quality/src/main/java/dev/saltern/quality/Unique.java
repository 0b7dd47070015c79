/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/**
 * {@code IsUnique "a" "b"} and {@code IsPrimaryKey "a" "b"}: no two rows have equal keys. Every row of a group of equal
 * keys is bad, the first one too. Two NULL keys, and two NaN, are equal. IsUnique passes over rows in which every key is
 * NULL; for IsPrimaryKey a row with any NULL key is bad. Both hold on an empty table.
 */
final class Unique implements RuleSemantics {
    private final boolean primaryKey;

    Unique(boolean primaryKey) {
        this.primaryKey = primaryKey;
    }

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        List<StructField> maps = fields.stream()
                .filter(field -> field.dataType() instanceof MapType)
                .toList();
        maps.forEach(field -> scope.problem(
                filed.rule().parts().columns().get(fields.indexOf(field)),
                "Cannot compare rows by " + field.name() + ": the column is "
                        + field.dataType().simpleString()));
        List<String> names = fields.stream().map(StructField::name).toList();
        String metric = (names.size() == 1 ? "Column." : "Multicolumn.") + String.join(",", names) + ".Uniqueness";
        String required = primaryKey ? "unique and not NULL" : "unique";
        Claim claim = new Claim(filed, metric, required, applies, Verdict.everyRow());
        return maps.isEmpty() ? Optional.of(new Check.OnGroup(claim, primaryKey)) : Optional.empty();
    }
}
