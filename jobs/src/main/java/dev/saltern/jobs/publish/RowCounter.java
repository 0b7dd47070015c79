/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.Map;

/** Counts rows as any reader would: the catalog says where they are. */
public interface RowCounter {
    /**
     * Partitions of a table.
     *
     * @param table a table that the catalog knows
     * @param partitions the values of the partitions, one at least
     */
    record Wanted(TableSpec table, List<Map<String, String>> partitions) {
        public Wanted {
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * Returns the rows of partitions by their values; one that the catalog does not name, or that has no rows, may be missing.
     *
     * @param table a table that the catalog knows
     * @param partitions the values of the wanted partitions; others may be returned as well
     */
    Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions);

    /** Returns the same for several tables, in their order: at once, where that is cheaper. */
    default List<Map<Map<String, String>, Long>> count(List<Wanted> tables) {
        return tables.stream()
                .map(wanted -> count(wanted.table(), wanted.partitions()))
                .toList();
    }
}
