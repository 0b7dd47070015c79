/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Locale;

/** How the rules of a composite are joined. */
public enum Connective {
    /** Every part must pass; binds tighter than {@link #OR}. */
    AND,
    /** At least one part must pass. */
    OR;

    /** Returns the word as written in the normal form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
