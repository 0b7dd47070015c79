/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.Pivot;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Pivot} whose hot groups are not one task each: its aggregate by group and value is treated as
 * {@link SkewedAggregate} does. What then makes columns of the values has one row per group and value, and needs nothing.
 */
public final class SkewedPivot {

    private final Pivot pivot;
    private final Limits limits;

    /** Takes the groups, values and aggregates of this pivot. */
    public SkewedPivot(Pivot pivot) {
        this(pivot, Limits.DEFAULT);
    }

    SkewedPivot(Pivot pivot, Limits limits) {
        this.pivot = pivot;
        this.limits = limits;
    }

    /**
     * Describes the same rows as {@link Pivot#apply}, with the same columns; jobs, shuffles and exceptions from equality are
     * those of {@link SkewedAggregate#apply}, and one shuffle by group more.
     *
     * @param rows the columns that the pivot names
     * @param spread how the rows spread over the groups, measured of exactly these columns or of these and the one whose
     *     values become columns, in any order; null if unknown
     * @param mode who decides what is done
     * @return the wide table, and what was done
     * @throws dev.saltern.transforms.InvalidTransformException as {@link Pivot#apply} does
     */
    public Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode) {
        Dataset<Row> table = pivot.apply(rows);
        return new HolisticStep(limits, mode, pivot.by(), pivot.on()).treat(table, AggregateNode.second(table), spread);
    }
}
