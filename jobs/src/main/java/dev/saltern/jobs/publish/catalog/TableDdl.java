/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL of tables in a Spark catalog. */
final class TableDdl {
    private TableDdl() {}

    /** Returns the statement that creates the table at a location unless it exists; every column is nullable. */
    static String create(TableSpec table, String location) {
        StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS ")
                .append(table.quotedName())
                .append(" (")
                .append(table.schema().asNullable().toDDL())
                .append(") USING parquet");
        if (!table.partitionColumns().isEmpty()) {
            sql.append(" PARTITIONED BY ").append(columns(table.partitionColumns()));
        }
        Bucket bucket = table.bucket();
        if (bucket != null) {
            sql.append(" CLUSTERED BY ").append(columns(bucket.by()));
            if (!bucket.sort().isEmpty()) {
                sql.append(" SORTED BY ").append(columns(bucket.sort()));
            }
            sql.append(" INTO ").append(bucket.into()).append(" BUCKETS");
        }
        sql.append(" LOCATION ").append(literal(location));
        String description = table.description();
        if (description != null) {
            sql.append(" COMMENT ").append(literal(description));
        }
        return sql.toString();
    }

    private static String columns(List<String> names) {
        return names.stream()
                .map(name -> "`" + name.replace("`", "``") + "`")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
