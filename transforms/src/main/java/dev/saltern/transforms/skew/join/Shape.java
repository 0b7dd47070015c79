/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.internal.Spark;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.KnownNotNull;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function2;

/**
 * The columns that the plain join has, given to what is joined in another way.
 *
 * @param schema names, types, order and nullability of the plain join
 */
record Shape(StructType schema) {

    /** The same rows with these columns alone; a column that the rows lack is NULL. */
    Dataset<Row> of(Dataset<Row> rows) {
        return rows.select(
                Arrays.stream(schema.fields()).map(field -> column(field, rows)).toArray(Column[]::new));
    }

    /** The same rows, all of whose columns are here, with NULL allowed just where the schema does. */
    Dataset<Row> conform(Dataset<Row> rows) {
        StructType found = rows.schema();
        Column[] columns = Arrays.stream(schema.fields())
                .map(field -> {
                    boolean nullable =
                            found.apply(found.fieldIndex(field.name())).nullable();
                    Column values = Input.column(field.name());
                    return nullable == field.nullable()
                            ? values
                            : (field.nullable()
                                            ? when(lit(true), values)
                                            : Spark.column(new KnownNotNull(Spark.expression(values))))
                                    .as(field.name(), field.metadata());
                })
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    private static Column column(StructField field, Dataset<Row> rows) {
        Function2<String, String, Object> sameName =
                Spark.state(rows.sparkSession()).conf().resolver();
        boolean present =
                Arrays.stream(rows.columns()).anyMatch(name -> Boolean.TRUE.equals(sameName.apply(name, field.name())));
        return present
                ? Input.column(field.name()).as(field.name())
                : lit(null).cast(field.dataType()).as(field.name(), field.metadata());
    }
}
