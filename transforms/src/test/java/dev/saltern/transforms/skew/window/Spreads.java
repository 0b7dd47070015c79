/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Exact spreads of small tables, and their rows with every bit of a double. */
final class Spreads {
    private Spreads() {}

    /** Every key without NULL is hot. */
    static KeySpread of(Dataset<Row> rows, String... keys) {
        Column[] columns = Arrays.stream(keys).map(Input::column).toArray(Column[]::new);
        Column isNull = Arrays.stream(columns).map(Column::isNull).reduce(functions.lit(false), Column::or);
        Column[] grouped = new Column[keys.length + 1];
        System.arraycopy(columns, 0, grouped, 0, keys.length);
        grouped[keys.length] = functions.xxhash64(columns).as("hash of the key");
        List<HotKey> hot = rows.filter(functions.not(isNull)).groupBy(grouped).count().collectAsList().stream()
                .map(row -> new HotKey(
                        row.getLong(keys.length),
                        row.getLong(keys.length + 1),
                        row.getLong(keys.length + 1),
                        RowFactory.create(IntStream.range(0, keys.length)
                                .mapToObj(row::get)
                                .toArray())))
                .sorted((one, other) -> Long.compare(other.rowsAtLeast(), one.rowsAtLeast()))
                .toList();
        return new KeySpread(List.of(keys), rows.count(), rows.filter(isNull).count(), hot);
    }

    /** The rows in no order, a double as its bits: -0.0 and 0.0 differ, and so does the last digit of a sum. */
    static List<String> bits(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> IntStream.range(0, row.length())
                        .mapToObj(index -> row.get(index) instanceof Double number
                                ? Long.toHexString(Double.doubleToRawLongBits(number))
                                : String.valueOf(row.get(index)))
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }
}
