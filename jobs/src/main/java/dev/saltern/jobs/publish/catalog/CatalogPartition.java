/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A partition as the catalog knows it. A table without partitions has exactly one, without values: the table itself.
 *
 * @param values the value of each partition column
 * @param location the full location of its files
 * @param parameters what else is kept with it
 */
public record CatalogPartition(Map<String, String> values, String location, Map<String, String> parameters) {
    /** The parameter that names the run whose files the partition shows. */
    public static final String RUN = "saltern.run";

    /** The parameter that names the journal version that put it there. */
    public static final String VERSION = "saltern.version";

    /** The parameter that says how many rows there are. */
    public static final String ROWS = "saltern.rows";

    /** The parameter that holds the checksum of the rows. */
    public static final String CHECKSUM = "saltern.checksum";

    public CatalogPartition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parameters = Map.copyOf(parameters);
    }

    /** Returns whether the other one sends readers to the same place and carries at least the parameters of this one. */
    public boolean matches(CatalogPartition other) {
        return location.equals(other.location) && other.parameters.entrySet().containsAll(parameters.entrySet());
    }
}
