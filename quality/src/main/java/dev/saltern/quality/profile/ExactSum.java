/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A sum of finite doubles without any rounding, so that it is the same in whatever order they come. Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1505.05571">R. Neal, Fast exact summation using small and large superaccumulators</a>
 */
final class ExactSum implements Serializable {
    /** The sum is a whole multiple of two to the power of minus this. */
    static final int SCALE = 1075;

    private static final int LIMB_BITS = 32;
    private static final int LIMBS = 68;
    private static final long LIMB_MASK = 0xffffffffL;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int EXPONENT_MASK = 0x7ff;
    /** Each addition puts at most 32 bits on a limb of 63, so carries may wait this long. */
    private static final int MAX_PENDING = 1 << 29;

    private final long[] limbs = new long[LIMBS];
    private int pending;

    void add(double number) {
        long bits = Double.doubleToRawLongBits(number);
        int exponent = (int) (bits >>> MANTISSA_BITS) & EXPONENT_MASK;
        long mantissa = bits & MANTISSA_MASK;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << MANTISSA_BITS;
        }
        int limb = exponent / LIMB_BITS;
        int shift = exponent % LIMB_BITS;
        long sign = bits < 0 ? -1 : 1;
        limbs[limb] += sign * ((mantissa << shift) & LIMB_MASK);
        limbs[limb + 1] += sign * ((mantissa >>> (LIMB_BITS - shift)) & LIMB_MASK);
        limbs[limb + 2] += shift == 0 ? 0 : sign * (mantissa >>> (2 * LIMB_BITS - shift));
        if (++pending == MAX_PENDING) {
            carry();
        }
    }

    void add(ExactSum other) {
        other.carry();
        carry();
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += other.limbs[i];
        }
        pending = 1;
    }

    /** Returns the sum times two to the power of {@link #SCALE}. */
    BigInteger scaled() {
        BigInteger sum = BigInteger.ZERO;
        for (int i = LIMBS - 1; i >= 0; i--) {
            sum = sum.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[i]));
        }
        return sum;
    }

    private void carry() {
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i + 1] += limbs[i] >> LIMB_BITS;
            limbs[i] &= LIMB_MASK;
        }
        pending = 0;
    }
}
