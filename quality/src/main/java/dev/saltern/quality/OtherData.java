/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.NearestName;
import dev.saltern.quality.dqdl.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/** The other tables that rules name, as far as their columns go. */
final class OtherData {
    private OtherData() {}

    /** Returns the columns of another table, or reports that there is none of this name. */
    static Optional<StructType> schema(String name, Span at, Scope scope) {
        @Nullable StructType found = scope.setting().datasets().get(name);
        if (found == null) {
            TreeSet<String> names = new TreeSet<>(scope.setting().datasets().keySet());
            String hint = names.isEmpty() ? "(no other table is known)" : NearestName.hint(name, names);
            scope.problem(at, "Invalid data set: " + name + " " + hint);
        }
        return Optional.ofNullable(found);
    }

    /** Returns the claim of a rule whose one parameter is another table, about a ratio of the two tables. */
    static Claim ratio(FiledRule filed, Column applies) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String dataset = filed.rule().parameters().get(0).text();
        String metric = MetricName.dataset(dataset, filed.rule().type().label());
        return new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
    }

    /** Returns the table that {@code table.column} names: a known one, or what stands before the first point, if any. */
    static String prefix(String text, Scope scope) {
        return scope.setting().datasets().keySet().stream()
                .filter(name -> text.startsWith(name + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(() -> text.substring(0, Math.max(0, text.indexOf('.'))));
    }

    /** Returns the column of exactly this name in another table, or reports that there is none. */
    static Optional<StructField> field(String dataset, StructType schema, String name, Span at, Scope scope) {
        Optional<StructField> found = Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            scope.problem(
                    at,
                    "Invalid column: " + name + " of " + dataset + " "
                            + NearestName.hint(name, List.of(schema.fieldNames())));
        }
        return found;
    }

    /** Reports two columns whose values are never equal because of their types, and returns whether they can be. */
    static boolean comparable(StructField own, String dataset, StructField other, Span at, Scope scope) {
        boolean comparable = comparable(own.dataType(), other.dataType());
        if (!comparable) {
            scope.problem(
                    at,
                    "Cannot compare " + own.name() + " with " + dataset + "." + other.name() + ": the columns are "
                            + own.dataType().simpleString() + " and "
                            + other.dataType().simpleString());
        }
        return comparable;
    }

    private static boolean comparable(DataType own, DataType other) {
        if (own.existsRecursively(part -> part instanceof MapType)) {
            return false;
        }
        return (own instanceof NumericType && other instanceof NumericType)
                || (isTime(own) && isTime(other))
                || own.catalogString().equals(other.catalogString());
    }

    private static boolean isTime(DataType type) {
        return type instanceof DateType || type instanceof TimestampType || type instanceof TimestampNTZType;
    }
}
