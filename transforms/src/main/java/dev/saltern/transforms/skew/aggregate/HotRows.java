/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * The rows of hot groups.
 *
 * @param isHot whether a row is one of them; never NULL, and the same for all rows of a group
 * @param share their share of all rows, in [0, 1]
 */
record HotRows(Column isHot, double share) {

    /** The rows of the keys that were chosen, or empty if none was. */
    static Optional<HotRows> of(KeySpread spread, AggregateLadder.Choice choice) {
        if (!choice.knowsHot()) {
            return Optional.empty();
        }
        Column[] keys = spread.keys().stream().map(Input::column).toArray(Column[]::new);
        // By the hash, not by the values: a cold group of the same hash is taken along, which changes no result.
        Column isHot =
                xxhash64(keys).isin(choice.hot().stream().map(HotKey::hash).toArray());
        double share = choice.nullIsHot() ? spread.nullShare() : 0;
        if (choice.nullIsHot()) {
            for (Column key : keys) {
                isHot = isHot.or(key.isNull());
            }
        }
        for (HotKey key : choice.hot()) {
            share += spread.share(key);
        }
        return Optional.of(new HotRows(isHot, share));
    }
}
