/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.math.BigInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the choice of a treatment has to know; runs no job.
 *
 * @param join the plain join
 * @param mirrored whether the sides come exchanged
 * @param groupedNext whether rows are grouped by the key after the join
 */
record Survey(Join join, boolean mirrored, boolean groupedNext) {

    /** Bytes from which on Spark's estimate says that it knows nothing. */
    private static final BigInteger UNKNOWN_BYTES = BigInteger.ONE.shiftLeft(60);

    private static final long ROW_OVERHEAD_BYTES = 8;

    Situation situation(Side first, Side second, Slots slots, PlainPlan plan) {
        Dataset<Row> rows = first.rows();
        long limit = Spark.state(rows.sparkSession()).conf().autoBroadcastJoinThreshold();
        Repeats ofFirst = Repeats.of(first.rows());
        Repeats ofSecond = Repeats.of(second.rows());
        return new Situation(
                mirrored ? Join.Type.LEFT : join.type(),
                facts(first, mirrored ? "right" : "left", mirrored ? plan.rightRefusal() : plan.leftRefusal()),
                facts(second, mirrored ? "left" : "right", mirrored ? plan.leftRefusal() : plan.rightRefusal()),
                slots,
                Math.max(0, limit),
                plan.unshuffled(),
                ofFirst.rows() == null ? ofSecond.rows() : ofFirst.rows(),
                ofFirst.values() == null ? ofSecond.values() : ofFirst.values(),
                groupedNext);
    }

    private static Facts facts(Side side, String name, @Nullable String refusal) {
        KeySpread spread = side.spread();
        return new Facts(
                name,
                spread == null ? 0 : spread.rows(),
                spread == null ? 0 : spread.nullRows(),
                rowBytes(side),
                side.hot(),
                refusal);
    }

    /** The greater of what the types take and what Spark believes of the table: a broadcast too large costs most. */
    private static long rowBytes(Side side) {
        long ofTypes = side.rows().schema().defaultSize() + ROW_OVERHEAD_BYTES;
        KeySpread spread = side.spread();
        BigInteger bytes = Spark.execution(side.rows())
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .bigInteger();
        return spread == null || spread.rows() == 0 || bytes.compareTo(UNKNOWN_BYTES) >= 0
                ? ofTypes
                : Math.max(
                        ofTypes, bytes.divide(BigInteger.valueOf(spread.rows())).longValue());
    }
}
