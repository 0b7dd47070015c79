/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a rule finds out from the groups of equal keys.
 *
 * <p>A group is one row: its keys, and a bigint that says how many of its rows are inside {@code where}, which may be 0.
 */
interface GroupMetric {
    /** Boolean, never null: whether the rows of a group break the rule. */
    Column broken(Column inside, List<Column> keys);

    /** Aggregates over the groups that the metric needs besides the number of rows, and of rows that break the rule. */
    default List<Column> aggregates(Column inside, List<Column> keys) {
        return List.of();
    }

    /** Returns what the rule asks for. */
    Tally of(long bad, long judged, List<@Nullable Object> values);

    /**
     * Returns what the rule asks for when it is known that no two rows have equal keys and none of the keys is NULL.
     *
     * @param rows number of rows of the table
     */
    Tally ofDistinctRows(long rows);
}
