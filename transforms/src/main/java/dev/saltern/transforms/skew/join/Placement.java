/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.physical.HashPartitioning;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;

/**
 * Picks salts so that the pieces of a key land in partitions of their own, the least loaded ones first. Salts that are
 * just counted up collide: ten of them share a partition out of 200 for every fifth key. Not thread-safe.
 */
final class Placement {

    /** Salts that are tried for each partition: with eight, one partition in 3,000 is not found. */
    private static final int TRIES_PER_PARTITION = 8;

    private static final int MAX_TRIES = 20_000;

    private final List<DataType> keyTypes;
    private final double[] load;

    /**
     * Starts with empty partitions.
     *
     * @param keyTypes types of the key columns, in the order in which rows are shuffled by them, the salt after them
     */
    Placement(List<DataType> keyTypes, int partitions) {
        this.keyTypes = List.copyOf(keyTypes);
        this.load = new double[partitions];
    }

    /**
     * Salts for the pieces of one key, in distinct partitions as long as there are enough.
     *
     * @param rowsPerPiece what each piece adds to the load of its partition
     * @return as many distinct salts as there are pieces, the same ones for the same calls
     */
    List<Integer> salts(Row key, int pieces, double rowsPerPiece) {
        int tries = Math.min(MAX_TRIES, Math.max(pieces, TRIES_PER_PARTITION * load.length));
        int[] partitions = partitions(key, tries);
        boolean[] seen = new boolean[load.length];
        List<Integer> firsts = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int salt = 0; salt < tries; salt++) {
            (seen[partitions[salt]] ? others : firsts).add(salt);
            seen[partitions[salt]] = true;
        }
        firsts.sort(Comparator.comparingDouble(salt -> load[partitions[salt]]));
        firsts.addAll(others);
        List<Integer> chosen = List.copyOf(firsts.subList(0, pieces));
        chosen.forEach(salt -> load[partitions[salt]] += rowsPerPiece);
        return chosen;
    }

    /** Partition of the key with each salt of {@code [0, tries)}, by the expression that Spark itself shuffles with. */
    int[] partitions(Row key, int tries) {
        List<Expression> columns = new ArrayList<>();
        for (int i = 0; i < keyTypes.size(); i++) {
            DataType type = keyTypes.get(i);
            columns.add(new Literal(
                    CatalystTypeConverters.createToCatalystConverter(type).apply(key.get(i)), type));
        }
        columns.add(new BoundReference(0, DataTypes.IntegerType, false));
        Expression partition = new HashPartitioning(
                        JavaConverters.asScalaBuffer(columns).toSeq(), load.length)
                .partitionIdExpression();
        return IntStream.range(0, tries)
                .map(salt -> (Integer) partition.eval(salt(salt)))
                .toArray();
    }

    /** Rows that each partition has been given. */
    double[] load() {
        return Arrays.copyOf(load, load.length);
    }

    private static InternalRow salt(int salt) {
        return new GenericInternalRow(new Object[] {salt});
    }
}
