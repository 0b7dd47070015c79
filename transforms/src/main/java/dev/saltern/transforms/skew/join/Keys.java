/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The key columns of a join, and which of their values are hot. Keys are told apart by their {@code xxhash64}, which holds
 * NaN and NaN, and -0.0 and 0.0, for equal as a join does. A cold key with the hash of a hot one is treated as hot on both
 * sides, which changes no answer.
 *
 * @param on names of the key columns
 * @param hot hashes of the hot keys
 */
record Keys(List<String> on, List<Long> hot) {
    /** Copies the lists. */
    Keys {
        on = List.copyOf(on);
        hot = List.copyOf(hot);
    }

    static Keys of(List<String> on, Collection<HotPair> pairs) {
        return new Keys(on, pairs.stream().map(HotPair::hash).toList());
    }

    Column[] columns() {
        return on.stream().map(Input::column).toArray(Column[]::new);
    }

    /** The hash of the keys, a {@code BIGINT} that is never NULL. */
    Column hash() {
        return xxhash64(columns());
    }

    /** Whether some key is NULL, and the row has no match; never NULL itself. */
    Column missing() {
        return on.stream()
                .map(name -> Input.column(name).isNull())
                .reduce(Column::or)
                .orElse(lit(false));
    }

    /** Whether the row has a hot key; never NULL. */
    Column isHot() {
        return hot.isEmpty() ? lit(false) : not(missing()).and(hash().isin(hot.toArray()));
    }

    Dataset<Row> hotRows(Dataset<Row> rows) {
        return rows.filter(isHot());
    }

    /** All other rows, those with a NULL key among them. */
    Dataset<Row> coldRows(Dataset<Row> rows) {
        return rows.filter(not(isHot()));
    }

    Dataset<Row> hotOrMissing(Dataset<Row> rows) {
        return rows.filter(isHot().or(missing()));
    }

    Dataset<Row> coldAndPresent(Dataset<Row> rows) {
        return rows.filter(not(isHot().or(missing())));
    }

    /** The hot keys that the table has, each once: so few that they can be broadcast. */
    Dataset<Row> present(Dataset<Row> rows) {
        return hotRows(rows).select(columns()).distinct();
    }
}
