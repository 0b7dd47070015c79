/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What readers ask for a table's partitions. It has no compare-and-set, so it is never the truth: it is made to follow the journal, as
 * often as needed.
 */
public interface Catalog {
    /** Returns the table as the catalog has it, or empty if it does not know the table. */
    Optional<KnownTable> find(TableSpec table);

    /**
     * Creates the database and the table if they are missing, and adds the columns that the table lacks; no data changes.
     *
     * @param table the table
     * @param location the marker folder of the table
     * @throws dev.saltern.conf.SalternException if the table exists with other buckets; nothing was changed then
     */
    void ensureTable(TableSpec table, String location);

    /**
     * Returns every partition of the table by its values; empty if the table is missing. A table without partitions has exactly one,
     * without values: the table itself.
     */
    Map<Map<String, String>, CatalogPartition> partitions(TableSpec table);

    /**
     * Returns those of the wanted partitions that there are, by their values, and maybe others.
     *
     * @param table a table that exists
     * @param wanted the values of partitions
     */
    default Map<Map<String, String>, CatalogPartition> partitions(TableSpec table, List<Map<String, String>> wanted) {
        return partitions(table);
    }

    /**
     * Makes the changes, each kind by one call, each call atomic as far as the catalog is. Creating what exists and dropping what is
     * missing is no error. Whatever it returns, the caller reads back and compares; a call without an answer refuses every partition of
     * its own.
     *
     * @param table a table that exists
     * @param batch no larger than one of {@link CatalogBatch#pieces()}
     * @return the partitions that were not changed as far as the catalog says, and why; empty if all were
     * @throws dev.saltern.conf.SalternException if it would be in vain to try again
     */
    List<Refusal> apply(TableSpec table, CatalogBatch batch);
}
