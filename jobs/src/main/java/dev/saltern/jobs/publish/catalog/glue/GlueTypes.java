/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * Columns as Athena and Hive read them. Names of columns are in lower case, as Hive keeps them, those within a column as they are; Spark
 * has its own copy of the schema, with all names as they are.
 */
final class GlueTypes {
    /** The longest comment of a column that Glue takes, in characters; Spark's copy has all of it. */
    private static final int MAX_COMMENT = 255;

    /** What a type text can hold as a name; the parsers of Hive and Athena know no quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.$ ]+");

    private GlueTypes() {}

    /** Returns the fields as columns. */
    static List<Column> columns(StructType fields) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : fields.fields()) {
            Column.Builder column =
                    Column.builder().name(field.name().toLowerCase(Locale.ROOT)).type(text(field.dataType()));
            if (field.getComment().isDefined()) {
                column.comment(shortened(field.getComment().get()));
            }
            columns.add(column.build());
        }
        return columns;
    }

    /**
     * Returns the type as Hive writes it. What Hive does not know is written as what stands in the Parquet file: months as {@code int},
     * microseconds as {@code bigint}. A struct with a name that the text cannot hold is {@code string}: Athena fails on that column and
     * reads the others; Spark reads all.
     */
    static String text(DataType type) {
        return isPlain(type) ? nested(type) : "string";
    }

    private static String nested(DataType type) {
        if (type instanceof StructType struct) {
            List<String> fields = new ArrayList<>();
            for (StructField field : struct.fields()) {
                fields.add(field.name() + ":" + nested(field.dataType()));
            }
            return "struct<" + String.join(",", fields) + ">";
        }
        if (type instanceof ArrayType list) {
            return "array<" + nested(list.elementType()) + ">";
        }
        if (type instanceof MapType map) {
            return "map<" + nested(map.keyType()) + "," + nested(map.valueType()) + ">";
        }
        if (type instanceof TimestampNTZType) {
            return "timestamp";
        }
        if (type instanceof YearMonthIntervalType) {
            return "int";
        }
        return type instanceof DayTimeIntervalType ? "bigint" : type.catalogString();
    }

    private static boolean isPlain(DataType type) {
        return !type.existsRecursively(part -> part instanceof StructType struct && !hasPlainNames(struct));
    }

    private static boolean hasPlainNames(StructType struct) {
        for (String name : struct.fieldNames()) {
            if (!PLAIN.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String comment) {
        return comment.length() <= MAX_COMMENT ? comment : comment.substring(0, MAX_COMMENT - 1) + "…";
    }
}
