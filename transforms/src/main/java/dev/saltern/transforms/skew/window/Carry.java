/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.jspecify.annotations.Nullable;

/** What runs on from one chunk to the next, and how it is added. */
final class Carry {
    /** Digits that a sum of decimals has more than its values. */
    private static final int SUM_DIGITS = 10;

    private Carry() {}

    /** Returns the aggregate of a piece that the next one needs: {@code BIGINT} or {@code DECIMAL}; null if none. */
    static @Nullable Column total(WindowFunction function, Column order, Column values) {
        return switch (function.kind()) {
            case ROW_NUMBER, RANK -> count(lit(1));
            case DENSE_RANK ->
                count_distinct(order).plus(max(when(order.isNull(), lit(1L)).otherwise(lit(0L))));
            case RUNNING_SUM -> sum(values);
            case LAG, LEAD, FRAME -> null;
        };
    }

    /** Returns why the sum of values of that type cannot be carried; null if it can. */
    static @Nullable String refusal(WindowFunction function, DataType values, boolean isAnsi) {
        if (function.kind() != WindowFunction.Kind.RUNNING_SUM) {
            return null;
        }
        String sum = "a running sum of " + values.catalogString();
        if (values instanceof DoubleType || values instanceof FloatType) {
            return sum + " depends on where it began, in its last digits. Cast the values to DECIMAL to have it cut";
        }
        if (values instanceof DecimalType decimal && decimal.precision() + SUM_DIGITS >= DecimalType.MAX_PRECISION()) {
            return sum + " may overflow in the whole series and not in a chunk. Cast the values to fewer than "
                    + (DecimalType.MAX_PRECISION() - SUM_DIGITS) + " digits";
        }
        return isAnsi && !(values instanceof DecimalType)
                ? sum + " fails on overflow in ANSI mode, in a chunk where the whole may not"
                : null;
    }

    /** Returns the type of what is carried. */
    static DataType type(WindowFunction function, DataType values) {
        return function.kind() == WindowFunction.Kind.RUNNING_SUM && values instanceof DecimalType decimal
                ? DataTypes.createDecimalType(decimal.precision() + SUM_DIGITS, decimal.scale())
                : DataTypes.LongType;
    }

    /** Returns the value in the series from the value in the chunk and what runs into the chunk. */
    static Column add(WindowFunction function, Column local, Column carried, DataType type) {
        return function.isRank()
                ? local.plus(coalesce(carried, lit(0L))).cast("int")
                : when(local.isNull(), carried)
                        .when(carried.isNull(), local)
                        .otherwise(local.plus(carried))
                        .cast(type);
    }
}
