/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Compares the columns that a table has with those that a run wrote. */
final class SchemaChanges {
    private SchemaChanges() {}

    /**
     * Returns what would break readers: columns that are missing and columns of another type, each in one line. Added columns and
     * changes of nullability are no harm; names are compared without regard to case, as Spark does.
     *
     * @param known the columns in the catalog
     * @param written the columns of the run
     */
    static List<String> breaking(StructType known, StructType written) {
        Map<String, StructField> byName = new LinkedHashMap<>();
        for (StructField field : written.fields()) {
            byName.put(field.name().toLowerCase(Locale.ROOT), field);
        }
        List<String> changes = new ArrayList<>();
        for (StructField field : known.fields()) {
            StructField found = byName.remove(field.name().toLowerCase(Locale.ROOT));
            if (found == null) {
                changes.add("column `" + field.name() + "` " + sql(field.dataType()) + " is gone");
            } else if (!DataType.equalsIgnoreNullability(field.dataType(), found.dataType())) {
                changes.add("column `" + field.name() + "` was " + sql(field.dataType()) + " and is "
                        + sql(found.dataType()));
            }
        }
        if (!changes.isEmpty()) {
            byName.values()
                    .forEach(
                            added -> changes.add("column `" + added.name() + "` " + sql(added.dataType()) + " is new"));
        }
        return changes;
    }

    private static String sql(DataType type) {
        return type.sql();
    }
}
