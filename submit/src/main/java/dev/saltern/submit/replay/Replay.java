/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a replay on so many slots came to.
 *
 * @param slots tasks that ran at the same time
 * @param seconds from the start of the run to its report, with the tasks as they were cut
 * @param evenSeconds the same if the work of each stage were cut evenly, into a task for each slot
 * @param driverSeconds of them, those in which the way to the end led through the driver alone
 * @param longest the stage in which that way was longest, or null if there is none
 */
public record Replay(
        int slots,
        double seconds,
        double evenSeconds,
        double driverSeconds,
        @Nullable Span longest) {
    private static final Comparator<Span> BY_SECONDS = Comparator.comparingDouble(Span::seconds);

    /** Goes back from the stage that ended last, each time over the one that was waited for longest. */
    static Replay of(int slots, Map<Integer, Span> spans, double evenSeconds, double tailSeconds) {
        Span last = spans.values().stream()
                .max(Comparator.comparingDouble(Span::end))
                .orElse(null);
        double seconds = tailSeconds + (last == null ? 0 : last.end());
        double driver = tailSeconds;
        Span longest = null;
        for (Span at = last; at != null; ) {
            longest = longest == null || BY_SECONDS.compare(at, longest) > 0 ? at : longest;
            driver += at.stage().gapSeconds();
            at = at.stage().waitsFor().stream()
                    .map(id -> Objects.requireNonNull(spans.get(id)))
                    .max(Comparator.comparingDouble(Span::end))
                    .orElse(null);
        }
        return new Replay(slots, seconds, evenSeconds + tailSeconds, driver, longest);
    }
}
