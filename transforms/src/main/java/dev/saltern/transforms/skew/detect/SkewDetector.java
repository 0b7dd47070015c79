/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.Problems;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures how rows spread over keys, by jobs of its own. */
public final class SkewDetector {

    private SkewDetector() {}

    /**
     * Returns the keys that more than half a mean partition of rows share, and more than one row, with their exact rows: at most 1,000,
     * the heaviest.
     *
     * <p>One pass over the key columns; a second one, over the same columns, if there may be a hot key. Deterministic. NULL is no key: rows
     * with one are counted apart. -0.0 and 0.0 are one key, and so is every NaN.
     *
     * @param rows columns of any type; the keys, any but {@code INTERVAL} and {@code MAP}
     * @param keys names of one column or more
     * @throws InvalidTransformException when a key is missing or cannot be grouped by
     */
    public static KeySpread measure(Dataset<Row> rows, List<String> keys, Slots slots) {
        return sketch(rows, List.of(keys), slots)
                .getOrDefault(keys, KeySketch.EMPTY)
                .spread(rows, keys, slots);
    }

    /**
     * Returns a sketch for each list of keys, in one pass over all their columns.
     *
     * @throws InvalidTransformException when a key is missing or cannot be grouped by
     */
    public static Map<List<String>, KeySketch> sketch(Dataset<Row> rows, List<List<String>> keySets, Slots slots) {
        InvalidTransformException.require(
                !keySets.isEmpty(), "Invalid key sets: [] (must be one list of columns or more)");
        Input input = new Input(rows, "input");
        Problems problems = new Problems("measure keys").requireDistinctNames(input);
        keySets.forEach(keys -> problems.requireKeys(input, keys));
        problems.throwIfAny();
        List<Column> columns = new ArrayList<>();
        for (List<String> keys : keySets) {
            columns.add(KeySketch.column(keys, rows.schema(), slots));
        }
        Dataset<Row> sketched =
                rows.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
        String names = keySets.stream().map(keys -> String.join(", ", keys)).collect(Collectors.joining("; "));
        Row row =
                JobDescription.during(rows.sparkSession(), "skew: count the rows of the keys " + names, sketched::head);
        Map<List<String>, KeySketch> sketches = new LinkedHashMap<>();
        for (int i = 0; i < keySets.size(); i++) {
            sketches.put(keySets.get(i), KeySketch.of(row.<byte[]>getAs(i)));
        }
        return sketches;
    }
}
