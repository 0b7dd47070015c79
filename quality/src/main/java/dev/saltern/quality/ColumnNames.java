/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.JavaConverters;

/** The top-level columns that an expression reads, as written. */
final class ColumnNames {
    private ColumnNames() {}

    /** Returns each name once, in the order in which they are met. */
    static List<String> of(Column column) {
        return of(Spark.expression(column));
    }

    static List<String> of(Expression expression) {
        return names(expression).distinct().toList();
    }

    private static Stream<String> names(Expression expression) {
        Stream<String> own = expression instanceof UnresolvedAttribute attribute
                ? Stream.of(attribute.nameParts().head())
                : Stream.of();
        return Stream.concat(
                own,
                JavaConverters.seqAsJavaList(expression.children()).stream().flatMap(ColumnNames::names));
    }
}
