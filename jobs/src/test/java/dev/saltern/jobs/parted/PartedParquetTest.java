/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.parted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.jobs.TestSession;
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
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartedParquetTest {
    private static final SparkSession SPARK = TestSession.session();

    @TempDir
    private Path folder;

    @Test
    void partsLieAboveTheFoldersOfThePartitionsWithoutTheColumnOfThePart() throws IOException {
        Dataset<Row> rows = SPARK.sql("SELECT id, v, part, dt, kind FROM VALUES"
                + " (1, 5.0, NULL, '2024-01-01', 'a'), (2, 6.0, 'bad', '2024-01-01', 'b:c/d'),"
                + " (3, 7.0, 'left', '2024-01-02', 'a') AS t(id, v, part, dt, kind)");

        save(rows, 2, "dt", "kind");

        assertThat(files())
                .containsExactly(
                        "part=bad/dt=2024-01-01/kind=b%3Ac%2Fd",
                        "part=good/dt=2024-01-01/kind=a", "part=left/dt=2024-01-02/kind=a");
        assertThat(json("bad")).isEqualTo("[[{\"id\":2,\"v\":6.0,\"dt\":\"2024-01-01\",\"kind\":\"b:c/d\"}]]");
    }

    @Test
    void filesOfTheMainPartHaveItsColumnsAlone() {
        save(
                SPARK.sql(
                        "SELECT * FROM VALUES (1, 'x', NULL, NULL), (NULL, 'y', array('why'), 'bad'), (3, NULL, NULL, NULL)"
                                + " AS t(id, text, reasons, part)"),
                2);

        assertThat(json("good")).isEqualTo("[[{\"id\":1,\"text\":\"x\"}], [{\"id\":3}]]");
        assertThat(SPARK.read().parquet(target() + "/part=good").columns()).containsExactly("id", "text");
        assertThat(json("bad")).isEqualTo("[[{\"text\":\"y\",\"reasons\":[\"why\"]}]]");
    }

    @Test
    void writeThatFailsLeavesNoFileOfAnyPart() throws IOException {
        Dataset<Row> rows = SPARK.range(0, 1000, 1, 1)
                .selectExpr("id", "IF(id = 999, raise_error('stop'), IF(id % 3 = 0, NULL, 'p' || id % 3)) AS part");

        assertThatThrownBy(() -> save(rows, 1)).hasStackTraceContaining("stop");

        assertThat(files()).isEmpty();
    }

    @Test
    void rowsWithoutTheColumnOfThePartAreRefused() {
        assertThatThrownBy(() -> save(SPARK.range(1).toDF(), 0))
                .hasMessage("Cannot split rows: the last column is id and must be part");
    }

    @Test
    void everyFileIsClosedAlsoWhenOneFails() {
        List<String> closed = new ArrayList<>();
        PartedWriter writer = new PartedWriter("path", new StructType(), "good", part -> failing(part, closed));
        for (Object part : new Object[] {null, "bad", "left"}) {
            Object text = part == null ? null : UTF8String.fromString(part.toString());
            writer.write(
                    InternalRow.fromSeq(scala.collection.JavaConverters.asScalaBuffer(java.util.Arrays.asList(text))
                            .toSeq()));
        }

        assertThatThrownBy(writer::close).hasMessageStartingWith("Cannot close");

        assertThat(closed).containsExactlyInAnyOrder("good", "bad", "left");
    }

    private static OutputWriter failing(String part, List<String> closed) {
        return new OutputWriter() {
            @Override
            public void write(InternalRow row) {
                assertThat(row.numFields()).isEqualTo(part.equals("good") ? 1 : 0);
            }

            @Override
            public void close() {
                closed.add(part);
                throw new IllegalStateException("Cannot close " + part);
            }

            @Override
            public String path() {
                return part;
            }
        };
    }

    /** Returns the rows of a part, in order. */
    private String json(String part) {
        return SPARK.read()
                .parquet(target() + "/part=" + part)
                .selectExpr("to_json(struct(*)) AS json")
                .orderBy("json")
                .collectAsList()
                .toString();
    }

    private void save(Dataset<Row> rows, int columns, String... partition) {
        rows.write()
                .format(PartedParquet.FORMAT)
                .options(new Parts("part", "good", columns, partition.length).options())
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
