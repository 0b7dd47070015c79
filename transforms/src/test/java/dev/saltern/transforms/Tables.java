/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Literal tables in the one session of this JVM, and their comparison. */
public final class Tables {

    public static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("transforms tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();

    private Tables() {}

    public static Row row(Object... values) {
        return RowFactory.create(values);
    }

    public static Dataset<Row> table(String ddl, Row... rows) {
        return SPARK.createDataFrame(Arrays.asList(rows), StructType.fromDDL(ddl));
    }

    public static Dataset<Row> sql(String query) {
        return SPARK.sql(query);
    }

    /** Names and types, where the schema says NOT NULL aside. */
    public static String schemaOf(Dataset<Row> rows) {
        return rows.schema().asNullable().toDDL();
    }

    public static List<String> textOf(Dataset<Row> rows) {
        // Scala 2.13 has another name for a sequence.
        return rows.collectAsList().stream()
                .map(row -> row.toString().replace("ArraySeq(", "WrappedArray("))
                .sorted()
                .toList();
    }

    /** Same names, types and rows, each as many times, in any order. */
    public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
        assertThat(schemaOf(actual)).isEqualTo(schemaOf(expected));
        RowComparison.assertSameRows(plain(expected), plain(actual));
    }

    /** The comparison takes a dot in a name for a field of a struct, and looks at NOT NULL. */
    private static Dataset<Row> plain(Dataset<Row> rows) {
        String[] names = IntStream.range(0, rows.columns().length)
                .mapToObj(index -> "column" + index)
                .toArray(String[]::new);
        return SPARK.createDataFrame(rows.javaRDD(), rows.schema().asNullable()).toDF(names);
    }
}
