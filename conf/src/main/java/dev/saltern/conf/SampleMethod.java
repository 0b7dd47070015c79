/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/** How a sample is drawn and how large it is. */
public sealed interface SampleMethod {
    /** Draws exactly so many rows, each set of rows as likely as any other. */
    record SimpleRandom(
            @Key(doc = "How many rows, 1 or more; all rows where there are fewer.")
            int n) implements SampleMethod {}

    /** Draws each row with a probability. */
    record Bernoulli(
            @Key(doc = "The probability of a row, in (0, 1]; the size of the sample varies.")
            double share) implements SampleMethod {}

    /** Draws every n-th row. */
    record Systematic(
            @Key(doc = "Every which row in the order of the keys, from a random start, 1 or more.")
            int every) implements SampleMethod {}

    /** Draws so many rows in all, from each stratum its part. */
    record Stratified(
            @Key(doc = "How many rows in all, 1 or more; all rows where there are fewer.")
            int n,

            @Key(doc = "The columns whose values make the strata; NULL is a stratum of its own.", required = true)
            List<String> by,

            @Key(
                    doc =
                            "How many rows each stratum gives: proportional to its size, equal, or {neyman: column} by its size"
                                    + " and the standard deviation of a number.",
                    defaultValue = DEFAULT_ALLOCATION)
            Allocation allocation)
            implements SampleMethod {
        /** A stratum gives rows in proportion to its size. */
        public static final String DEFAULT_ALLOCATION = "proportional";

        public Stratified {
            by = List.copyOf(by);
        }
    }

    /** Draws exactly so many rows in one pass. */
    record Reservoir(
            @Key(
                    doc = "How many rows, 1 or more, in one pass without a shuffle of the table; rows with equal keys"
                            + " come together.")
            int n)
            implements SampleMethod {}
}
