/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Aggregate} whose hot groups are not one task each.
 *
 * <p>Treated are exact {@code percentile}, {@code percentile_cont} and {@code median}, {@code mode}, and {@code count},
 * {@code sum}, {@code avg} and the deviations of {@code DISTINCT} values if there are several sets of them and that is asked
 * for, or if one of the former stands beside them. Functions that Spark combines before its shuffle, such as {@code sum} and
 * {@code avg}, and a single {@code DISTINCT} need nothing. Others, such as {@code collect_list}, are declined by name, and
 * Spark's own plan takes them.
 */
public final class SkewedAggregate {

    private final Aggregate aggregate;
    private final Limits limits;

    /** Takes the groups and measures of this aggregate. */
    public SkewedAggregate(Aggregate aggregate) {
        this(aggregate, Limits.DEFAULT);
    }

    SkewedAggregate(Aggregate aggregate, Limits limits) {
        this.aggregate = aggregate;
        this.limits = limits;
    }

    /**
     * Describes the same rows as {@link Aggregate#apply}, with the same columns.
     *
     * <p>Two stages read the input once for each set of values that the measures need, and twice the hot rows of values of
     * which exact percentiles are wanted: once here, in a job that reads the columns of the groups and those values alone.
     * So the input must hold the same rows each time; a query fails if it finds that a percentile would be wrong. Two
     * shuffles. Order is lost.
     *
     * <p>NULL is a group. Results are Spark's own to the last bit, NaN, infinities and -0.0 included, with three exceptions
     * where Spark's answer follows the order of the rows or of a hash table: of several modes the least is returned in
     * treated groups, a sum or mean of {@code DOUBLE} may differ in its last digits, and where -0.0 and 0.0 both are at the
     * rank of a percentile the sign is either one.
     *
     * @param rows the columns of the groups and those that the measures name
     * @param spread how the rows spread over the groups, measured of exactly these columns, in any order; null if unknown
     * @param mode who decides what is done
     * @return the groups, and what was done
     * @throws dev.saltern.transforms.InvalidTransformException as {@link Aggregate#apply} does
     */
    public Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode) {
        Dataset<Row> table = aggregate.apply(rows);
        return new HolisticStep(limits, mode, aggregate.by(), null).treat(table, AggregateNode.topmost(table), spread);
    }
}
