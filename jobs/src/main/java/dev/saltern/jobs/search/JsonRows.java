/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.search;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows as JSON. */
public final class JsonRows {
    private JsonRows() {}

    /** Returns every row as an object; a cell that is NULL is said to be so, not left out. Columns are named by position: names may repeat. */
    public static Dataset<String> of(Dataset<Row> rows) {
        String[] names = rows.columns();
        String[] positions =
                IntStream.range(0, names.length).mapToObj(i -> "c" + i).toArray(String[]::new);
        Column[] columns = IntStream.range(0, names.length)
                .mapToObj(i -> functions.col(positions[i]).as(names[i]))
                .toArray(Column[]::new);
        Column object = functions.to_json(functions.struct(columns), Map.of("ignoreNullFields", "false"));
        return rows.toDF(positions).select(object).as(Encoders.STRING());
    }
}
