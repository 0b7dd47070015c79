/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Words of the tests of this package: spreads counted exactly, measures in order, and rows as bits. */
final class Skewed {

    private Skewed() {}

    /** Limits that take any group for hot, and one of more than so many distinct values for nearly distinct. */
    static Limits limits(long maxCells) {
        return new Limits(1, maxCells, 1.1, 32);
    }

    static Map<String, String> measures(String... namesAndExpressions) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (int index = 0; index < namesAndExpressions.length; index += 2) {
            measures.put(namesAndExpressions[index], namesAndExpressions[index + 1]);
        }
        return measures;
    }

    /** The exact spread, in which the keys with more rows than so many are hot. */
    static KeySpread spread(Dataset<Row> rows, long moreThan, String... keys) {
        Column[] columns = IntStream.range(0, keys.length)
                .mapToObj(index -> col(keys[index]))
                .toArray(Column[]::new);
        List<HotKey> hot = new ArrayList<>();
        long nullRows = 0;
        for (Row group : rows.groupBy(columns)
                .agg(functions.count(functions.lit(1)).as("n"))
                .select(functions.struct(columns), xxhash64(columns), col("n"))
                .orderBy(functions.desc("n"))
                .collectAsList()) {
            Row values = group.getStruct(0);
            if (values.anyNull()) {
                nullRows += group.getLong(2);
            } else if (group.getLong(2) > moreThan) {
                hot.add(new HotKey(group.getLong(1), group.getLong(2), group.getLong(2), values));
            }
        }
        return new KeySpread(List.of(keys), rows.count(), nullRows, hot);
    }

    /** Each row as text in which a DOUBLE stands as its bits, every NaN as the same; sorted. */
    static List<String> bitsOf(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Skewed::bits).sorted().toList();
    }

    private static String bits(Object value) {
        if (value instanceof Row row) {
            return IntStream.range(0, row.length())
                    .mapToObj(index -> bits(row.get(index)))
                    .toList()
                    .toString();
        }
        if (value instanceof scala.collection.Seq<?> several) {
            return scala.collection.JavaConverters.seqAsJavaList(several).stream()
                    .map(Skewed::bits)
                    .toList()
                    .toString();
        }
        if (value instanceof Double number) {
            return Long.toHexString(Double.doubleToLongBits(number));
        }
        return String.valueOf(value);
    }
}
