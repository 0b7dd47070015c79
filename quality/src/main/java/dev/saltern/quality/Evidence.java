/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table's rows before any of them is read for the rules, and the tables they are compared with.
 *
 * @param keys columns that no two rows share
 * @param observed what was counted while the rows were written; null if nothing was
 * @param datasets the other tables that rules name, with the columns that the rules were compiled against
 */
public record Evidence(KnownKeys keys, @Nullable Observed observed, Map<String, Dataset<Row>> datasets) {
    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(KnownKeys.NONE, null, Map.of());

    /** Copies the map. */
    public Evidence {
        datasets = Map.copyOf(datasets);
    }

    /** Returns evidence without other tables. */
    public Evidence(KnownKeys keys, @Nullable Observed observed) {
        this(keys, observed, Map.of());
    }

    /** Returns evidence of nothing but other tables. */
    public static Evidence of(Map<String, Dataset<Row>> datasets) {
        return new Evidence(KnownKeys.NONE, null, datasets);
    }

    /** Returns the other table of this name, which the rules were compiled against. */
    Dataset<Row> dataset(String name) {
        return find(datasets, name);
    }

    static Dataset<Row> find(Map<String, Dataset<Row>> datasets, String name) {
        Dataset<Row> found = datasets.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Missing required data set: " + name);
        }
        return found;
    }
}
