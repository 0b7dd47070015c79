/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.stage.StagedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The order of a table's columns: those of the files, then those of the path. */
final class TableColumns {
    private TableColumns() {}

    /**
     * Returns the schema with the partition columns last and every column nullable, as files and catalog hold it. Columns keep their
     * comments; whatever else Spark notes on them while it computes is nothing for a table.
     */
    static StructType ordered(StructType schema, Partitioning partitioning) {
        List<StructField> fields = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (!partitioning.columns().contains(field.name())) {
                fields.add(field);
            }
        }
        for (String column : partitioning.columns()) {
            fields.add(schema.apply(column));
        }
        return new StructType(fields.stream().map(TableColumns::plain).toArray(StructField[]::new)).asNullable();
    }

    /** Returns the names that stand more than once, in whatever case: neither Spark nor Glue tells them apart. */
    static List<String> standingTwice(StructType schema) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String name : schema.fieldNames()) {
            counts.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static StructField plain(StructField field) {
        return StagedSchema.commented(new StructField(field.name(), field.dataType(), true, Metadata.empty()), field);
    }
}
