/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Columns by their literal name, and their values as text for messages. */
final class ColumnText {
    private static final int MAX_CHARACTERS = 100;
    private static final String NULL = "NULL";

    private ColumnText() {}

    /** Returns the top-level column of exactly this name, whatever dots, spaces or backticks it holds. */
    static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }

    /** Returns the value as text, strings in quotes, cut after 100 characters; null stays null. */
    static Column value(StructField field) {
        Column column = column(field.name());
        Column text = field.dataType() instanceof BinaryType ? functions.hex(column) : column.cast("string");
        Column cut = functions
                .when(
                        functions.length(text).gt(MAX_CHARACTERS),
                        functions.concat(functions.substring(text, 1, MAX_CHARACTERS), functions.lit("...")))
                .otherwise(text);
        return field.dataType() instanceof StringType
                ? functions.concat(functions.lit("\""), cut, functions.lit("\""))
                : cut;
    }

    /** Returns {@code name is value (suffix)}, with NULL for a missing value; never null. */
    static Column sentence(StructField field, String suffix) {
        return functions.concat(
                functions.lit(field.name() + " is "),
                functions.coalesce(value(field), functions.lit(NULL)),
                functions.lit(suffix));
    }

    /** Returns {@code name=value, name=value}, with NULL for a missing value; never null. */
    static Column pairs(List<StructField> fields) {
        Column[] pairs = fields.stream()
                .map(field -> functions.concat(
                        functions.lit(field.name() + "="), functions.coalesce(value(field), functions.lit(NULL))))
                .toArray(Column[]::new);
        return functions.concat_ws(", ", pairs);
    }
}
