/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A range with room around the numbers seen: a tenth of their spread on either side, rounded outwards to where the first digit of that tenth stands. What
 * never was negative must not become so, nor a whole number zero that never was.
 *
 * @param conditions in DQDL; both ends of {@code between} are outside the range
 */
record Bounds(List<String> conditions) {
    private static final BigDecimal ROOM = new BigDecimal("0.1");
    private static final int MAX_DIGITS = 36;
    private static final int DIGITS = 1;

    Bounds {
        conditions = List.copyOf(conditions);
    }

    /** Returns the range, or nothing where its ends are too long to write. */
    static Optional<Bounds> around(BigDecimal min, BigDecimal max, boolean integral) {
        BigDecimal spread = max.subtract(min);
        BigDecimal room = (spread.signum() == 0 ? max.abs().max(BigDecimal.ONE) : spread).multiply(ROOM);
        if (integral) {
            room = room.max(BigDecimal.ONE);
        }
        BigDecimal high = end(max, room, RoundingMode.CEILING);
        BigDecimal low = end(min, room.negate(), RoundingMode.FLOOR);
        boolean positive = min.signum() >= 0 && low.signum() <= 0;
        if (positive) {
            low = integral && min.signum() > 0 ? BigDecimal.ZERO : BigDecimal.ONE.negate();
        }
        if (digits(low) > MAX_DIGITS || digits(high) > MAX_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(
                positive && !integral
                        ? new Bounds(List.of(">= 0", "< " + high.toPlainString()))
                        : new Bounds(List.of("between " + low.toPlainString() + " and " + high.toPlainString())));
    }

    /** Rounds to the place of the first digit of the room, so that the end is short and still outside. */
    private static BigDecimal end(BigDecimal value, BigDecimal room, RoundingMode outwards) {
        int place = room.round(new MathContext(DIGITS, RoundingMode.UP)).scale();
        BigDecimal end = value.add(room).setScale(Math.min(place, room.scale()), outwards);
        return end.signum() == 0 ? BigDecimal.ZERO : end;
    }

    private static int digits(BigDecimal number) {
        BigDecimal plain = new BigDecimal(number.toPlainString());
        return Math.max(plain.precision(), plain.scale());
    }
}
