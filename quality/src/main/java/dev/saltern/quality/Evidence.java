/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a table's rows before any of them is read for the rules.
 *
 * @param keys columns that no two rows share
 * @param observed what was counted while the rows were written; null if nothing was
 */
public record Evidence(KnownKeys keys, @Nullable Observed observed) {
    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(KnownKeys.NONE, null);
}
