/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

/**
 * A stream of pseudo-random numbers that is the same on every Java version, which {@link java.util.SplittableRandom} does not promise.
 *
 * <p>Not safe for use by several threads.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number generators (SplitMix64)</a>
 */
final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** Returns the stream of the parts, such as a seed, a purpose and a day: other parts, another stream. */
    static RandomStream of(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = mix(state + GOLDEN_GAMMA) ^ mix(part + GOLDEN_GAMMA);
        }
        return new RandomStream(mix(state));
    }

    /** Returns a whole number in [0, bound). */
    int below(int bound) {
        return (int) Math.floorMod(nextLong(), (long) bound);
    }

    /** Returns a number in [0, 1). */
    double share() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Returns a number in (-1, 1) that is near 0 more often than not: the mean of three even draws. */
    double noise() {
        return (share() + share() + share()) * 2 / 3 - 1;
    }

    private long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
