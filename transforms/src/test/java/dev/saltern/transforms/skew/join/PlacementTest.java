/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final List<DataType> TYPES = List.of(DataTypes.StringType, DataTypes.DoubleType);

    @Test
    void piecesOfAKeyLieInDistinctPartitions() {
        for (int key = 0; key < 50; key++) {
            Row values = row("key " + key, -0.0);
            Placement placement = new Placement(TYPES, 200);
            List<Integer> salts = placement.salts(values, 10, 1);
            int[] partitions = placement.partitions(values, 2000);
            Set<Integer> distinct = new HashSet<>();
            salts.forEach(salt -> distinct.add(partitions[salt]));

            assertThat(distinct).as("partitions of key %s", key).hasSize(10);
        }
    }

    @Test
    void everyPartitionIsLoadedAlike() {
        Placement placement = new Placement(TYPES, 40);
        for (int key = 0; key < 8; key++) {
            placement.salts(row("key " + key, 1.0), 10, 100);
        }

        assertThat(Arrays.stream(placement.load()).max().orElse(0)).isLessThanOrEqualTo(300);
        assertThat(Arrays.stream(placement.load()).sum()).isEqualTo(8_000);
    }

    @Test
    void morePiecesThanPartitionsStillGetDistinctSalts() {
        assertThat(new Placement(TYPES, 2).salts(row("a", 1.0), 5, 1))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void partitionIsTheOneThatSparkShufflesTo() {
        int[] expected = new Placement(TYPES, 7).partitions(row("ñ", -0.0), 8);
        Dataset<Row> rows = table("k STRING, d DOUBLE", row("ñ", -0.0))
                .select(
                        functions.col("k"),
                        functions.col("d"),
                        functions
                                .explode(functions.sequence(functions.lit(0), functions.lit(7)))
                                .as("salt"));
        List<Row> found = rows.repartition(7, rows.col("k"), rows.col("d"), rows.col("salt"))
                .select(functions.col("salt"), functions.spark_partition_id())
                .orderBy("salt")
                .collectAsList();

        assertThat(found.stream().map(row -> row.getInt(1)))
                .containsExactlyElementsOf(Arrays.stream(expected).boxed().toList());
    }
}
