/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Partitioning;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns by their exact names, whatever characters they hold, and the columns that name a period. */
final class Columns {
    private Columns() {}

    static Column named(String name) {
        return functions.col(quoted(name));
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Returns the values of the partition columns for a DATE column, in order, with their names. */
    static List<Column> partition(Partitioning partitioning, Column day) {
        List<String> names = partitioning.columns();
        if (names.size() == 1) {
            Column value = switch (partitioning.grain()) {
                case DAY, NONE -> day;
                case MONTH -> functions.substring(day.cast("string"), 1, 7);
                case YEAR -> functions.substring(day.cast("string"), 1, 4);
            };
            return List.of(value.as(names.get(0)));
        }
        List<Column> fields = List.of(functions.year(day), functions.month(day), functions.dayofmonth(day));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(fields.get(i).as(names.get(i)));
        }
        return columns;
    }
}
