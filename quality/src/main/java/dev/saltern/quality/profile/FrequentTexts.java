/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts that are there most often. Up to {@value #COMPLETE} distinct ones are all kept and their counts are exact. Beyond
 * that every text that makes up more than one part in {@value #KEPT} of all is kept, others may be, and the counts are too low;
 * so the counts must be taken again, and what then is below that share must be left out for the answer not to depend on the
 * order. Whether it is complete does not depend on the order either. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/2213556.2213562">Agarwal and others: Mergeable summaries, section 2</a>
 */
final class FrequentTexts implements Serializable {
    static final int KEPT = 1024;
    static final int COMPLETE = 2 * KEPT;

    private final HashMap<String, Long> counts = new HashMap<>();
    private boolean complete = true;

    void add(String text) {
        counts.merge(text, 1L, Long::sum);
        if (counts.size() > COMPLETE) {
            shrink();
        }
    }

    void add(FrequentTexts other) {
        complete &= other.complete;
        other.counts.forEach((text, count) -> counts.merge(text, count, Long::sum));
        if (counts.size() > COMPLETE) {
            shrink();
        }
    }

    boolean complete() {
        return complete;
    }

    /** Returns the kept texts, with exact counts where it is complete. */
    Map<String, Long> counts() {
        return counts;
    }

    private void shrink() {
        complete = false;
        long[] all = counts.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        long less = all[all.length - 1 - KEPT];
        counts.replaceAll((text, count) -> count - less);
        counts.values().removeIf(count -> count <= 0);
    }
}
