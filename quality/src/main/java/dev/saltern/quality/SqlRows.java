/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * How many rows of the table have, in the columns that a query gives, values that it gives; NULL equals NULL. One join, whose
 * shuffles Spark chooses, and one job.
 */
record SqlRows(String sql) implements Measurement {
    private static final String FOUND = "_found";

    @Override
    public Finding find(Dataset<Row> rows, Evidence evidence) {
        SparkSession session = SqlStatement.withPrimary(rows);
        Dataset<Row> primary = session.table("primary");
        Dataset<Row> given = session.sql(sql);
        String[] names = given.columns();
        String[] own =
                IntStream.range(0, names.length).mapToObj(i -> "_given_" + i).toArray(String[]::new);
        Column same = IntStream.range(0, names.length)
                .mapToObj(i -> ColumnText.column(names[i]).eqNullSafe(functions.col(own[i])))
                .reduce(functions.lit(true), Column::and);
        Dataset<Row> distinct = given.toDF(own).distinct().withColumn(FOUND, functions.lit(true));
        Row counted = Described.run(
                session.sparkContext(),
                "quality: " + sql,
                () -> primary.join(distinct, same, "left")
                        .agg(functions.count(functions.lit(1)), functions.count(functions.col(FOUND)))
                        .head());
        return Finding.of(Tally.rows(counted.getLong(0) - counted.getLong(1), counted.getLong(0)));
    }
}
