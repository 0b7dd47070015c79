/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds up values that run on from chunk to chunk: all {@code Long}, which wrap as Spark's do, or all {@code BigDecimal}. */
final class Running {
    private Running() {}

    /** Returns the sum, in which a NULL adds nothing; NULL if both are. */
    static @Nullable Number plus(@Nullable Number one, @Nullable Number other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one instanceof BigDecimal decimal
                ? decimal.add((BigDecimal) other)
                : (Number) (one.longValue() + other.longValue());
    }
}
