/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartedParquetTest {
    private static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();

    @TempDir
    private Path folder;

    @Test
    void partsLieAboveTheFoldersOfThePartitionsWithoutTheColumnOfThePart() throws IOException {
        Dataset<Row> rows = SPARK.sql("SELECT id, v, CAST(part AS TINYINT) AS saltern_rows, dt, kind FROM VALUES"
                + " (1, 5.0, NULL, '2024-01-01', 'a'), (2, 6.0, 1, '2024-01-01', 'b:c/d'),"
                + " (3, 7.0, 2, '2024-01-02', 'a') AS t(id, v, part, dt, kind)");

        save(rows, "dt", "kind");

        assertThat(files())
                .containsExactly(
                        "saltern_rows=dropped/dt=2024-01-02/kind=a",
                        "saltern_rows=kept/dt=2024-01-01/kind=a",
                        "saltern_rows=quarantined/dt=2024-01-01/kind=b%3Ac%2Fd");
        assertThat(SPARK.read()
                        .parquet(target() + "/" + Part.QUARANTINED.folder())
                        .selectExpr("to_json(struct(*))")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[{\"id\":2,\"v\":6.0,\"dt\":\"2024-01-01\",\"kind\":\"b:c/d\"}]]");
    }

    @Test
    void writeThatFailsLeavesNoFileOfAnyPart() throws IOException {
        Dataset<Row> rows = SPARK.range(0, 1000, 1, 1)
                .selectExpr(
                        "id",
                        "CAST(IF(id = 999, raise_error('stop'), IF(id % 3 = 0, NULL, id % 3)) AS TINYINT) AS"
                                + " saltern_rows");

        assertThatThrownBy(() -> save(rows)).hasStackTraceContaining("stop");

        assertThat(files()).isEmpty();
    }

    @Test
    void rowsWithoutTheColumnOfThePartAreRefused() {
        assertThatThrownBy(() -> save(SPARK.range(1).toDF()))
                .hasMessage("Cannot split rows: the last column is id and must be saltern_rows");
    }

    @Test
    void everyFileIsClosedAlsoWhenOneFails() {
        List<Part> closed = new ArrayList<>();
        PartedWriter writer = new PartedWriter("path", new StructType(), part -> failing(part, closed));
        for (Object part : new Object[] {null, (byte) 1, (byte) 2}) {
            writer.write(
                    InternalRow.fromSeq(scala.collection.JavaConverters.asScalaBuffer(java.util.Arrays.asList(part))
                            .toSeq()));
        }

        assertThatThrownBy(writer::close).hasMessageStartingWith("Cannot close");

        assertThat(closed).containsExactlyInAnyOrder(Part.values());
    }

    private static OutputWriter failing(Part part, List<Part> closed) {
        return new OutputWriter() {
            @Override
            public void write(InternalRow row) {
                assertThat(row.numFields()).isEqualTo(part == Part.KEPT ? 1 : 0);
            }

            @Override
            public void close() {
                closed.add(part);
                throw new IllegalStateException("Cannot close " + part);
            }

            @Override
            public String path() {
                return part.folder();
            }
        };
    }

    private void save(Dataset<Row> rows, String... partition) {
        rows.write()
                .format(PartedParquet.class.getName())
                .option(PartedParquet.PARTITION_COLUMNS, partition.length)
                .partitionBy(partition)
                .save(target());
    }

    private String target() {
        return folder.resolve("table").toString();
    }

    /** Returns the folders of the Parquet files, wherever below the test's folder they lie. */
    private List<String> files() throws IOException {
        Path table = Path.of(target());
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> table.relativize(file.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }
}
