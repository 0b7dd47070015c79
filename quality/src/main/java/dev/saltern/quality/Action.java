/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.Locale;

/** What happens to a table, or to a row, that breaks a rule filed under it. */
public enum Action {
    /** The table is not published. */
    FAIL(false),
    /** The row is set aside with its reasons, and the rest goes on. */
    QUARANTINE(true),
    /** The row is counted and left out. */
    DROP(true),
    /** The result is reported and nothing else happens. */
    WARN(false);

    private final boolean removesRows;

    Action(boolean removesRows) {
        this.removesRows = removesRows;
    }

    /** Returns whether the action takes single rows out, so that only rules about single rows can be filed under it. */
    public boolean removesRows() {
        return removesRows;
    }

    /** Returns the action as written in a pipeline file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
