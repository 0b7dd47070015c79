/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/**
 * Keeps a random sample of the rows, the same one in every run.
 */
public record SampleStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The view that is read.") String from,

        @Key(doc = "How the sample is drawn and how large it is, such as {simple-random: 1000} or {bernoulli: 0.01}.")
        SampleMethod method,

        @Key(
                doc = "The columns that identify a row, by which it is drawn; they order the rows of a systematic"
                        + " sample; all columns if left out.")
        List<String> keys,

        @Key(doc = "The same seed draws the same rows, another seed others.", defaultValue = DEFAULT_SEED)
        long seed)
        implements Step {
    /** Draws the same rows in every run. */
    public static final String DEFAULT_SEED = "42";

    public SampleStep {
        keys = List.copyOf(keys);
    }

    @Override
    public List<String> inputs() {
        return List.of(from);
    }
}
