/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The one number or boolean that a query gives, in one job or more; nothing where it gives NULL or not exactly one row. */
record SqlNumber(String sql) implements Measurement {
    @Override
    public Finding find(Dataset<Row> rows, Evidence evidence) {
        SparkSession session = SqlStatement.withPrimary(rows);
        List<Row> found = Described.run(
                session.sparkContext(),
                "quality: " + sql,
                () -> session.sql(sql).takeAsList(2));
        return Finding.of(Tally.number(found.size() == 1 ? number(found.get(0).get(0)) : null, 0));
    }

    private static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return (Number) value;
    }
}
