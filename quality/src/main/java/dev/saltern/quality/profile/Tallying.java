/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import dev.saltern.quality.internal.Spark;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What is gathered in one pass over a table: rows are added in any order, and gatherings of several parts in any order too.
 *
 * @param <T> the gathering itself
 */
interface Tallying<T extends Tallying<T>> extends Serializable {

    void add(InternalRow row);

    /** Takes in what another has gathered and returns this. */
    T add(T other);

    /** A gathering of nothing, made on the executors. */
    interface Start<T> extends Supplier<T>, Serializable {}

    /** Reads a table once. Spark's expressions would add doubles in the order of the rows, so this is no SQL. */
    static <T extends Tallying<T>> T over(Dataset<Row> rows, Start<T> start) {
        JavaRDD<InternalRow> all = Spark.execution(rows).toRdd().toJavaRDD();
        if (all.getNumPartitions() == 0) {
            return start.get();
        }
        return all.mapPartitions(part -> {
                    T gathered = start.get();
                    part.forEachRemaining(gathered::add);
                    return List.of(gathered).iterator();
                })
                .treeReduce(Tallying::add);
    }
}
