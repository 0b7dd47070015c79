/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code SchemaMatch "reference" = 1.0}: the number of columns that have the same name and type in another table, divided by the
 * number of columns of the table that has more of them. So 1 means that no column is missing on either side. Order and
 * nullability do not matter; no row is read.
 */
final class SchemaMatch implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Parameter dataset = filed.rule().parameters().get(0);
        Claim claim = OtherData.ratio(filed, applies);
        return OtherData.schema(dataset.text(), dataset.span(), scope)
                .map(other -> new Check.OnSchema(claim, Tally.number(share(scope.schema(), other), 0)));
    }

    private static @Nullable Double share(StructType own, StructType other) {
        long same = Arrays.stream(own.fields())
                .filter(field -> Arrays.stream(other.fields()).anyMatch(candidate -> isSame(field, candidate)))
                .count();
        return Ratio.of((double) same, (double) Math.max(own.length(), other.length()));
    }

    private static boolean isSame(StructField own, StructField other) {
        return own.name().equals(other.name())
                && own.dataType().catalogString().equals(other.dataType().catalogString());
    }
}
