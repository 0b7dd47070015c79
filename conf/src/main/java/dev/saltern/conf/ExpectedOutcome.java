/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * What a rule must say of all rows of a test; fail and warn rules see the rows that are kept.
 *
 * @param rule the rule's text, or how it begins
 * @param outcome how it comes out
 * @param badRows how many rows break it, or null for any number
 */
public record ExpectedOutcome(
        @Key(doc = "The rule by its text, or how that begins.")
        String rule,

        @Key(doc = "How it comes out: passed or failed.") Outcome outcome,

        @Key(doc = "How many rows break it; any number if left out.") @Nullable
        Integer badRows) {
    /** How a rule comes out. */
    public enum Outcome {
        PASSED,
        FAILED
    }
}
