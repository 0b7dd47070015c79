/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Casts that give NULL where a value does not convert or a number would change. */
final class ParquetCast {
    private ParquetCast() {}

    /** Returns the field of the struct column as the type. */
    static Column value(String struct, StructField field, DataType type) {
        String raw = struct + "." + Columns.quoted(field.name());
        DataType from = field.dataType();
        if (from.catalogString().equals(type.catalogString())) {
            return functions.col(raw);
        }
        if (!Cast.canTryCast(from, type)) {
            return lit(null).cast(type);
        }
        Column cast = expr("try_cast(" + raw + " AS " + type.sql() + ")");
        boolean narrows = from instanceof NumericType && (type instanceof IntegralType || type instanceof DecimalType);
        return narrows ? when(cast.equalTo(functions.col(raw)), cast) : cast;
    }

    /** Returns the STRING column as the type; the session does not fail on what does not convert. */
    static Column text(Column text, DataType type) {
        return text.cast(type);
    }
}
