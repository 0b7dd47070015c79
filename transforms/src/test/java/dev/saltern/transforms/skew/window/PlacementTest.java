/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static dev.saltern.transforms.Tables.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void asManyChunksAsPartitionsMeetInNone() {
        List<Integer> labels = new Placement(40)
                .labels(
                        List.of("a", 7),
                        List.of(DataTypes.StringType, DataTypes.IntegerType),
                        Collections.nCopies(40, 5L));

        String values = labels.stream().map(label -> "(" + label + ")").collect(Collectors.joining(", "));
        assertThat(labels).doesNotHaveDuplicates().hasSize(40);
        // Spark puts a row into partition pmod(hash, partitions).
        assertThat(sql("SELECT DISTINCT pmod(hash('a', 7, label), 40) FROM VALUES " + values + " AS x(label)")
                        .count())
                .isEqualTo(40);
    }

    @Test
    void nextSeriesGoesWhereTheLastDidNot() {
        Placement placement = new Placement(4);
        int first = placement
                .labels(List.of(1L), List.of(DataTypes.LongType), List.of(9L))
                .get(0);
        List<Integer> others = placement.labels(List.of(2L), List.of(DataTypes.LongType), List.of(1L, 1L, 1L));

        assertThat(others)
                .noneMatch(label -> sql("SELECT pmod(hash(1L, " + first + "), 4) = pmod(hash(2L, " + label + "), 4)")
                        .first()
                        .getBoolean(0));
    }
}
