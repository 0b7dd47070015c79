/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import dev.saltern.transforms.InvalidTransformException;
import java.util.List;

/** By which design a sample is drawn, and how large it is; {@link Sample} says what each one does. */
public sealed interface SampleMethod {

    /** Exactly {@code n} rows, every set of {@code n} rows as likely as any other. */
    static SampleMethod simpleRandom(int n) {
        return new SimpleRandom(n);
    }

    /** Each row with this probability, whatever happens to the others; the size varies. */
    static SampleMethod bernoulli(double share) {
        return new Bernoulli(share);
    }

    /** Every {@code every}-th row in the order of the keys, from a random start. */
    static SampleMethod systematic(int every) {
        return new Systematic(every);
    }

    /** Exactly {@code n} rows, a simple random sample of fixed size from each stratum. */
    static SampleMethod stratified(int n, List<String> by, Allocation allocation) {
        return new Stratified(n, by, allocation);
    }

    /** Exactly {@code n} rows in one pass, with memory for {@code n} rows in each task. */
    static SampleMethod reservoir(int n) {
        return new Reservoir(n);
    }

    /**
     * A simple random sample without replacement.
     *
     * @param n rows, 1 or more
     */
    record SimpleRandom(int n) implements SampleMethod {
        /** Checks the range. */
        public SimpleRandom {
            requirePositive("n", n);
        }

        @Override
        public String toString() {
            return "simple-random n " + n;
        }
    }

    /**
     * A Bernoulli sample.
     *
     * @param share probability of a row, in {@code (0, 1]}
     */
    record Bernoulli(double share) implements SampleMethod {
        /** Checks the range. */
        public Bernoulli {
            InvalidTransformException.require(
                    share > 0 && share <= 1, "Invalid share: " + share + " (must be in (0, 1])");
        }

        @Override
        public String toString() {
            return "bernoulli share " + share;
        }
    }

    /**
     * A systematic sample.
     *
     * @param every distance between two rows of the sample, in rows, 1 or more
     */
    record Systematic(int every) implements SampleMethod {
        /** Checks the range. */
        public Systematic {
            requirePositive("every", every);
        }

        @Override
        public String toString() {
            return "systematic every " + every;
        }
    }

    /**
     * A stratified sample.
     *
     * @param n rows in all, 1 or more
     * @param by names of the columns whose values make the strata, at least one; NULL is a stratum of its own
     * @param allocation how many rows each stratum gives
     */
    record Stratified(int n, List<String> by, Allocation allocation) implements SampleMethod {
        /** Copies the list and checks the range. */
        public Stratified {
            by = List.copyOf(by);
            requirePositive("n", n);
            InvalidTransformException.require(!by.isEmpty(), "Missing required by");
        }

        @Override
        public String toString() {
            return "stratified n " + n + " by " + String.join(", ", by) + " " + allocation;
        }
    }

    /**
     * A sample of the rows with the least hashes.
     *
     * @param n rows, 1 or more
     */
    record Reservoir(int n) implements SampleMethod {
        /** Checks the range. */
        public Reservoir {
            requirePositive("n", n);
        }

        @Override
        public String toString() {
            return "reservoir n " + n;
        }
    }

    private static void requirePositive(String key, int value) {
        InvalidTransformException.require(value >= 1, "Invalid " + key + ": " + value + " (must be 1 or more)");
    }
}
