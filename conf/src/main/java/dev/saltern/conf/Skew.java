/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** What a step does about keys that very many rows share; the answer is the same in any case. */
public sealed interface Skew {
    /** The value when the key is left out. */
    String DEFAULT = "auto";

    /** The measured spread of the keys decides. */
    record Auto() implements Skew {}

    /** Nothing is measured and nothing is done. */
    record Off() implements Skew {}

    /** One treatment is carried out wherever it leaves the answer as it is, whether it pays or not. */
    record Force(
            @Key(
                    doc =
                            "The treatment: adaptive, broadcast, salt or split for a join; two-stage for an aggregate or a pivot; chunk for"
                                    + " a moving average.")
            SkewTreatment treatment)
            implements Skew {}
}
