/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

/**
 * The sum of numbers that come and go, rounded once, when it is asked for: the same bits whatever was added and taken back before, in
 * whatever order. Not thread-safe.
 *
 * <p>All of a sum is kept, as a whole number of the smallest double, in limbs of 32 bits. A limb is a {@code long}, so that it can wait for
 * its carry: to add is to change three of them.
 *
 * @see <a href="https://doi.org/10.1515/9783110301793">Ulrich Kulisch, Computer Arithmetic and Validity, 2013: the long accumulator</a>
 */
final class ExactSum {
    private static final int LIMB_BITS = 32;
    private static final long LIMB_MASK = (1L << LIMB_BITS) - 1;
    /** From the smallest double to the largest, and room for 2^63 of those. */
    private static final int LIMBS = (2098 + 64) / LIMB_BITS + 3;
    /** A limb takes so many parts of 32 bits before it must hand its carry on. */
    private static final int MAX_PENDING = 1 << 30;

    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int INFINITE = 0x7ff;
    /** The exponent of the smallest double. */
    private static final int SMALLEST = -1074;

    private final long[] limbs = new long[LIMBS];
    private int lowest = LIMBS;
    private int highest = -1;
    private int pending;
    private long notNumbers;
    private long infinities;
    private long negativeInfinities;

    /** Adds a number; NaN and infinities as IEEE 754 has it. */
    void add(double value) {
        put(value, 1);
    }

    /** Takes back a number that was added. */
    void subtract(double value) {
        put(value, -1);
    }

    private void put(double value, int times) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> MANTISSA_BITS) & INFINITE;
        long mantissa = bits & MANTISSA_MASK;
        if (exponent == INFINITE) {
            putSpecial(mantissa != 0, bits < 0, times);
            return;
        }
        if (exponent > 0) {
            mantissa |= 1L << MANTISSA_BITS;
            exponent--;
        } else if (mantissa == 0) {
            return;
        }
        int limb = exponent / LIMB_BITS;
        int shift = exponent % LIMB_BITS;
        long sign = bits < 0 ? -times : times;
        limbs[limb] += sign * ((mantissa << shift) & LIMB_MASK);
        limbs[limb + 1] += sign * ((mantissa >>> (LIMB_BITS - shift)) & LIMB_MASK);
        // Shifted by less, it ends within the two; and a shift by 64 would be none.
        limbs[limb + 2] += shift < Long.SIZE - 1 - MANTISSA_BITS ? 0 : sign * (mantissa >>> (Long.SIZE - shift));
        lowest = Math.min(lowest, limb);
        highest = Math.max(highest, limb + 2);
        if (++pending == MAX_PENDING) {
            carry();
        }
    }

    private void putSpecial(boolean isNotNumber, boolean isNegative, int times) {
        if (isNotNumber) {
            notNumbers += times;
        } else if (isNegative) {
            negativeInfinities += times;
        } else {
            infinities += times;
        }
    }

    /** Returns the double next to the sum, of two the even one; infinite if that is beyond the largest. */
    double rounded() {
        if (notNumbers > 0 || (infinities > 0 && negativeInfinities > 0)) {
            return Double.NaN;
        } else if (infinities > 0) {
            return Double.POSITIVE_INFINITY;
        } else if (negativeInfinities > 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int top = carry();
        if (top >= lowest && limbs[top] < 0) {
            negate();
            double magnitude = magnitude(carry());
            negate();
            return -magnitude;
        }
        return magnitude(top);
    }

    /** Hands the carries on: the limbs are in [0, 2^32) then, but for the highest, which has the sign. Returns the highest that is not 0. */
    private int carry() {
        long carry = 0;
        for (int i = lowest; i <= highest || carry < -1 || carry > 0; i++) {
            long limb = limbs[i] + carry;
            limbs[i] = limb & LIMB_MASK;
            carry = limb >> LIMB_BITS;
            highest = Math.max(highest, i);
        }
        if (carry < 0) {
            limbs[highest] -= 1L << LIMB_BITS;
        }
        pending = 0;
        int top = highest;
        while (top >= lowest && limbs[top] == 0) {
            top--;
        }
        return top;
    }

    private void negate() {
        for (int i = lowest; i <= highest; i++) {
            limbs[i] = -limbs[i];
        }
    }

    /** Rounds limbs without carries, of which the top one is positive. */
    private double magnitude(int top) {
        if (top < lowest) {
            return 0;
        }
        int shift = Long.numberOfLeadingZeros(limbs[top]) - LIMB_BITS;
        long third = limb(top - 2);
        long head = (((limbs[top] << LIMB_BITS) | limb(top - 1)) << shift) | (third >>> (LIMB_BITS - shift));
        int highestBit = (top + 1) * LIMB_BITS - 1 - shift;
        if (highestBit <= MANTISSA_BITS) {
            return (head >>> (Long.SIZE - 1 - highestBit)) * Double.MIN_VALUE;
        }
        int cut = Long.SIZE - 1 - MANTISSA_BITS;
        long mantissa = head >>> cut;
        long rest = head & ((1L << cut) - 1);
        long half = 1L << (cut - 1);
        boolean isMore = rest > half || (rest == half && (((third << shift) & LIMB_MASK) != 0 || anyBelow(top - 2)));
        boolean isUp = isMore || (rest == half && (mantissa & 1) == 1);
        return Math.scalb((double) (isUp ? mantissa + 1 : mantissa), highestBit - MANTISSA_BITS + SMALLEST);
    }

    private long limb(int index) {
        return index < lowest ? 0 : limbs[index];
    }

    private boolean anyBelow(int index) {
        for (int i = lowest; i < index; i++) {
            if (limbs[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
