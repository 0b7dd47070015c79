/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/** What becomes of a row that is held against rules. */
public sealed interface RowFate {
    /** No quarantine or drop rule is broken. */
    record Kept() implements RowFate {}

    /** The row is set aside. */
    record Quarantined(
            @Key(doc = "Every quarantine rule that it breaks, by its text or how that begins; any rule if left out.")
            List<String> by,

            @Key(doc = "Texts that stand in the reasons.") List<String> because)
            implements RowFate {
        public Quarantined {
            by = List.copyOf(by);
            because = List.copyOf(because);
        }
    }

    /** The row is left out. */
    record Dropped() implements RowFate {}
}
