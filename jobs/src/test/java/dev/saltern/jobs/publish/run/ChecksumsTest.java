/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.MetastoreSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
    private static final TableSpec TABLE = new TableSpec(
            "default",
            "sums",
            StructType.fromDDL("`a b` INT, `c.d` INT, m MAP<STRING, STRUCT<x: ARRAY<MAP<INT, INT>>>>, dt STRING"),
            new Partitioning(List.of("dt"), Grain.DAY),
            null);
    private static final String MAP = "map('k', named_struct('x', array(map(1, 2))), 'l', null)";

    @TempDir
    private Path folder;

    @Test
    void orderOfRowsFilesAndMapEntriesDoesNotMatter() {
        String swapped = "map('l', null, 'k', named_struct('x', array(map(1, 2))))";
        String one = sum("one", 1, "(1, 2, " + MAP + ", '01'), (3, null, null, '01')");
        String other = sum("other", 2, "(3, null, null, '01'), (1, 2, " + swapped + ", '01')");
        assertThat(one).isEqualTo(other).matches("[0-9a-f]{32}");
    }

    @Test
    void valueThatMovesToTheNextColumnIsSeen() {
        assertThat(sum("left", 1, "(1, null, null, '01')")).isNotEqualTo(sum("right", 1, "(null, 1, null, '01')"));
    }

    @Test
    void changeInsideANestedMapIsSeen() {
        String changed = MAP.replace("map(1, 2)", "map(1, 3)");
        assertThat(sum("before", 1, "(1, 2, " + MAP + ", '01')"))
                .isNotEqualTo(sum("after", 1, "(1, 2, " + changed + ", '01')"));
    }

    private String sum(String name, int files, String rows) {
        SparkSession spark = MetastoreSession.spark();
        String path = folder.resolve(name).toString();
        spark.sql("SELECT * FROM VALUES " + rows + " AS t(`a b`, `c.d`, m, dt)")
                .select(castAll())
                .repartition(files)
                .write()
                .partitionBy("dt")
                .parquet(path);
        return Checksums.compute(spark, TABLE, path).get(Map.of("dt", "01")).checksum();
    }

    private static org.apache.spark.sql.Column[] castAll() {
        return java.util.stream.Stream.of(TABLE.schema().fields())
                .map(field -> org.apache
                        .spark
                        .sql
                        .functions
                        .col("`" + field.name() + "`")
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(org.apache.spark.sql.Column[]::new);
    }
}
