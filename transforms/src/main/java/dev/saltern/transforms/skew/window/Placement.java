/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.physical.HashPartitioning;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;

/**
 * Chooses what chunks are called, so that Spark's own hash puts the chunks of a series on distinct partitions, the least
 * loaded first. Labels by number would collide: ten of them in 200 partitions do for every fifth series.
 *
 * <p>Holds the load of each partition so far; not thread-safe.
 */
final class Placement {
    /** Labels tried at most for a partition without a chunk of the series and with no more than the mean load. */
    private static final int TRIED_PER_CHUNK = 2_048;

    private final long[] load;

    /** Starts with as many empty partitions. */
    Placement(int partitions) {
        this.load = new long[partitions];
    }

    /**
     * Returns a label for each chunk, none twice.
     *
     * @param values the values of the series, in the order in which the shuffle hashes them
     * @param types their types
     * @param rows rows of each chunk
     */
    List<Integer> labels(List<Object> values, List<DataType> types, List<Long> rows) {
        List<Expression> key = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            key.add(Literal.create(values.get(i), types.get(i)));
        }
        boolean[] used = new boolean[load.length];
        List<Integer> labels = new ArrayList<>();
        int next = 0;
        for (int chunk = 0; chunk < rows.size(); chunk++) {
            if (chunk % load.length == 0) {
                Arrays.fill(used, false);
            }
            int best = next;
            int bestPartition = partition(key, next);
            long mean = LongStream.of(load).sum() / load.length;
            for (int label = next + 1;
                    label < next + TRIED_PER_CHUNK && (used[bestPartition] || load[bestPartition] > mean);
                    label++) {
                int partition = partition(key, label);
                if (isBetter(used, partition, bestPartition)) {
                    best = label;
                    bestPartition = partition;
                }
            }
            labels.add(best);
            used[bestPartition] = true;
            load[bestPartition] += rows.get(chunk);
            next += TRIED_PER_CHUNK;
        }
        return labels;
    }

    private boolean isBetter(boolean[] used, int partition, int other) {
        return used[partition] == used[other] ? load[partition] < load[other] : used[other];
    }

    private int partition(List<Expression> key, int label) {
        List<Expression> hashed = new ArrayList<>(key);
        hashed.add(Literal.create(label, DataTypes.IntegerType));
        return (Integer)
                new HashPartitioning(JavaConverters.asScalaBuffer(hashed).toSeq(), load.length)
                        .partitionIdExpression()
                        .eval(InternalRow.empty());
    }
}
