/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Drops the digits of a floating-point number that depend on the order in which its parts were added. */
final class Rounded {
    private static final int DIGITS = 12;

    private Rounded() {}

    /** Returns the number to 12 significant digits; NaN, the infinities and numbers that are exact stay as they are. */
    static @Nullable Number toDigits(@Nullable Number number) {
        return number instanceof Double floating && Double.isFinite(floating)
                ? BigDecimal.valueOf(floating).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                : number;
    }

    /** Returns a number without a unit, near 1, to 12 decimals; NaN and the infinities stay as they are. */
    static @Nullable Number toDecimals(@Nullable Number number) {
        return number instanceof Double floating && Double.isFinite(floating)
                ? BigDecimal.valueOf(floating).setScale(DIGITS, RoundingMode.HALF_EVEN)
                : number;
    }
}
