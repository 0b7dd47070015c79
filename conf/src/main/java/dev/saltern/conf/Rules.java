/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a source or an output, filed under what happens to what breaks them.
 *
 * @param fail rules that refuse the publish
 * @param quarantine rules whose bad rows are set aside with their reasons
 * @param drop rules whose bad rows are dropped and counted
 * @param warn rules that are reported
 * @param composites how rules joined by {@code and} and {@code or} are judged
 */
public record Rules(
        @Key(doc = "DQDL rules, or a .dqdl file: what breaks them refuses the publish.", file = ".dqdl") @Nullable
        Text fail,

        @Key(doc = "DQDL rules about single rows: bad rows are set aside with their reasons.", file = ".dqdl") @Nullable
        Text quarantine,

        @Key(doc = "DQDL rules about single rows: bad rows are dropped and counted.", file = ".dqdl") @Nullable
        Text drop,

        @Key(doc = "DQDL rules that are only reported.", file = ".dqdl") @Nullable
        Text warn,

        @Key(
                doc =
                        "How rules joined by and, or are judged: column (each on the whole table) or row (each row on its own;"
                                + " such rules may quarantine and drop).",
                defaultValue = DEFAULT_COMPOSITES)
        Composites composites) {
    /** Each of the joined rules is judged on the whole table, as AWS Glue does. */
    public static final String DEFAULT_COMPOSITES = "column";

    /** No rules at all. */
    public static final Rules NONE = new Rules(null, null, null, null, Composites.COLUMN);

    /** How rules joined by {@code and} and {@code or} are judged. */
    public enum Composites {
        /** Each rule on the whole table, then the outcomes are joined. */
        COLUMN,
        /** Each row on its own: the results of the rules on the row are joined. All the rules must be about single rows. */
        ROW
    }
}
