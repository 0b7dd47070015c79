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
 */
public record Rules(
        @Key(doc = "DQDL rules, or a .dqdl file: what breaks them refuses the publish.", file = ".dqdl") @Nullable
        Text fail,

        @Key(doc = "DQDL rules about single rows: bad rows are set aside with their reasons.", file = ".dqdl") @Nullable
        Text quarantine,

        @Key(doc = "DQDL rules about single rows: bad rows are dropped and counted.", file = ".dqdl") @Nullable
        Text drop,

        @Key(doc = "DQDL rules that are only reported.", file = ".dqdl") @Nullable
        Text warn) {
    /** No rules at all. */
    public static final Rules NONE = new Rules(null, null, null, null);
}
