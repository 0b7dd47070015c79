/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the columns that a table has and those that a run wrote.
 *
 * @param path the column, and behind dots the way into it: {@code site.address}, {@code tags.element}, {@code by_day.value}
 * @param position its place among its neighbours in the schema that has it, from 0
 * @param before its type in the table, or null if it is new
 * @param after its type in the run, or null if it is gone
 * @param effect what it does to readers
 */
record ColumnChange(
        String path,
        int position,
        @Nullable DataType before,
        @Nullable DataType after,
        Effect effect) {
    /** What a change does to those who read the table. */
    enum Effect {
        /** Nothing: older rows have null there. */
        ADDED,
        /** Queries that name the column fail, or another type comes back; the files can all be read. */
        FELT,
        /** Some of the files could not be read any more. */
        UNREADABLE
    }

    /** Returns whether this column may be the other one under a new name: one is gone, the other new, in the same place, of one type. */
    boolean mayBeRenamedTo(ColumnChange added) {
        return after == null
                && added.before == null
                && before != null
                && added.after != null
                && position == added.position
                && parent().equals(added.parent())
                && DataType.equalsIgnoreNullability(before, added.after);
    }

    /** Returns such as {@code column `id` INT -> BIGINT}. */
    @Override
    public String toString() {
        String name = "column `" + path + "` ";
        if (after == null) {
            return name + sql(before) + " is gone";
        }
        return before == null ? name + sql(after) + " is new" : name + sql(before) + " -> " + sql(after);
    }

    private String parent() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    private static String sql(@Nullable DataType type) {
        return type == null ? "" : type.sql();
    }
}
