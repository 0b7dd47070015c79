/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of one partition. Athena turns the types of a partition into those of the table, so a partition says what its files hold.
 * Within a column Athena goes by place, so the fields stand in the table's order, and one that the files lack is named as the table has
 * it: readers of Parquet find fields by name, and give null for it.
 */
final class FileColumns {
    private FileColumns() {}

    /** Returns the columns that files hold, in the order of the table. */
    static StructType of(StructType table, StructType files) {
        Map<String, StructField> byName = byName(files);
        List<StructField> columns = new ArrayList<>();
        for (StructField column : table.fields()) {
            StructField held = byName.get(lower(column));
            if (held != null) {
                columns.add(as(column, placed(column.dataType(), held.dataType())));
            }
        }
        return new StructType(columns.toArray(StructField[]::new));
    }

    private static DataType placed(DataType table, DataType files) {
        if (table instanceof StructType tableFields && files instanceof StructType fileFields) {
            Map<String, StructField> byName = byName(fileFields);
            List<StructField> fields = new ArrayList<>();
            for (StructField field : tableFields.fields()) {
                StructField held = byName.get(lower(field));
                fields.add(held == null ? field : as(field, placed(field.dataType(), held.dataType())));
            }
            return new StructType(fields.toArray(StructField[]::new));
        }
        if (table instanceof ArrayType tableList && files instanceof ArrayType fileList) {
            return new ArrayType(placed(tableList.elementType(), fileList.elementType()), true);
        }
        if (table instanceof MapType tableMap && files instanceof MapType fileMap) {
            return new MapType(
                    placed(tableMap.keyType(), fileMap.keyType()),
                    placed(tableMap.valueType(), fileMap.valueType()),
                    true);
        }
        return files;
    }

    private static StructField as(StructField field, DataType type) {
        return new StructField(field.name(), type, true, field.metadata());
    }

    private static Map<String, StructField> byName(StructType fields) {
        Map<String, StructField> byName = new HashMap<>();
        for (StructField field : fields.fields()) {
            byName.put(lower(field), field);
        }
        return byName;
    }

    private static String lower(StructField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
