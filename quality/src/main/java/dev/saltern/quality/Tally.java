/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.jspecify.annotations.Nullable;

/**
 * What was found out for one rule, from which its verdict follows.
 *
 * @param bad number of rows that break it; 0 for a rule that no single row breaks
 * @param judged number of rows inside its {@code where}
 * @param value the number that the rule is about, where that is not a count or a share of rows; null where there is no data
 */
record Tally(long bad, long judged, @Nullable Number value) {

    static Tally rows(long bad, long judged) {
        return new Tally(bad, judged, null);
    }

    static Tally number(@Nullable Number value, long judged) {
        return new Tally(0, judged, value);
    }
}
