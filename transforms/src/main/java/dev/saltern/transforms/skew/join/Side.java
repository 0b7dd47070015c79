/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One side of a join.
 *
 * @param rows the table
 * @param spread how its rows spread over the keys of the join, in their order; null if nobody measured
 */
public record Side(Dataset<Row> rows, @Nullable KeySpread spread) {
    /** Returns a side whose spread is known. */
    public static Side measured(Dataset<Row> rows, KeySpread spread) {
        return new Side(rows, spread);
    }

    /** Returns a side of whose spread nothing is known; no key counts as hot on it. */
    public static Side unmeasured(Dataset<Row> rows) {
        return new Side(rows, null);
    }

    /** The same side, its rows not placed by hand. */
    Side free() {
        return new Side(HandPlacement.undone(rows), spread);
    }

    List<HotKey> hot() {
        return spread == null ? List.of() : spread.hot();
    }

    void requireKeys(List<String> on, String name) {
        boolean same = spread == null
                || (spread.keys().size() == on.size()
                        && String.join("\n", spread.keys()).equalsIgnoreCase(String.join("\n", on)));
        InvalidTransformException.require(
                same,
                "Cannot treat join: the spread of the " + name + " side was measured over "
                        + (spread == null ? List.of() : spread.keys()) + " and the join is on " + on
                        + ". Measure it over the keys of the join, in their order");
    }
}
