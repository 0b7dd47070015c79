/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.TestSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged readable is read by Spark, by both of its readers, at any depth; the rest is in the decision of schema evolution. */
class WideningTest {
    private static final List<String> TYPES = List.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INT",
            "BIGINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(5,2)",
            "DECIMAL(9,2)",
            "DECIMAL(9,4)",
            "DECIMAL(10,2)",
            "DECIMAL(18,2)",
            "DECIMAL(20,2)",
            "DECIMAL(38,2)",
            "STRING",
            "BINARY",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP_NTZ");

    @TempDir
    private Path folder;

    @Test
    void everyWideningIsReadBySpark() {
        List<String> widenings = new ArrayList<>();
        for (String from : TYPES) {
            for (String to : TYPES) {
                if (!from.equals(to)
                        && Widening.wider(DataType.fromDDL(from), DataType.fromDDL(to))
                                .equals(Optional.of(DataType.fromDDL(to)))) {
                    widenings.add(from + " -> " + to);
                    assertThat(read(from, to, true)).as(from + " as " + to).containsOnly("7");
                    assertThat(read(from, to, false))
                            .as(from + " as " + to + " row by row")
                            .containsOnly("7");
                }
            }
        }
        assertThat(widenings)
                .containsExactly(
                        "TINYINT -> SMALLINT",
                        "TINYINT -> INT",
                        "SMALLINT -> INT",
                        "DECIMAL(5,2) -> DECIMAL(9,2)",
                        "DECIMAL(10,2) -> DECIMAL(18,2)",
                        "DECIMAL(20,2) -> DECIMAL(38,2)");
    }

    private List<String> read(String from, String to, boolean vectorized) {
        SparkSession spark = TestSession.session().newSession();
        spark.conf().set("spark.sql.parquet.enableVectorizedReader", Boolean.toString(vectorized));
        String file =
                folder.resolve((from + to + vectorized).replaceAll("\\W", "_")).toString();
        String value = "CAST(7 AS " + from + ")";
        spark.sql("SELECT " + value + " AS x, named_struct('y', array(named_struct('z', " + value
                        + "))) AS s, map('k', " + value + ") AS m")
                .write()
                .parquet(file);
        Row row = spark.read()
                .schema("x " + to + ", s STRUCT<y: ARRAY<STRUCT<z: " + to + ">>>, m MAP<STRING, " + to + ">")
                .parquet(file)
                .selectExpr("CAST(x AS INT)", "CAST(s.y[0].z AS INT)", "CAST(m['k'] AS INT)")
                .first();
        return List.of(row.get(0).toString(), row.get(1).toString(), row.get(2).toString());
    }
}
