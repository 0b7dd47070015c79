/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.aws.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to ask again: soon after something changed, ever later while nothing does. EMR answers an account about once in ten seconds for
 * long, so a look of two requests comes every 20 seconds at first and every minute at last. Not thread-safe.
 */
final class PollSchedule {
    private static final int MOST = 3;

    private final Backoff backoff;
    private final RandomGenerator random;
    private String state = "";
    private int unchanged;

    PollSchedule(Duration first, RandomGenerator random) {
        this.backoff = new Backoff(first, first.multipliedBy(MOST));
        this.random = random;
    }

    /** Returns how long to wait after a look that saw this state. */
    Duration after(String seen) {
        unchanged = seen.equals(state) ? unchanged + 1 : 0;
        state = seen;
        return backoff.wait(unchanged, random);
    }
}
