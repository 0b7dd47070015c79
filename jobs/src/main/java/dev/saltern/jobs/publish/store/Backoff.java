/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between attempts. */
@FunctionalInterface
public interface Backoff {
    /** The longest wait behind the first attempt; it doubles with each further one. */
    Duration FIRST = Duration.ofMillis(200);

    /** The longest wait behind any attempt. */
    Duration LONGEST = Duration.ofSeconds(20);

    /** Does not wait. */
    Backoff NONE = attempt -> {};

    /**
     * Waits behind an attempt that failed.
     *
     * @param attempt how many came before it
     */
    void after(int attempt);

    /** Returns the longest wait behind an attempt. */
    static Duration bound(int attempt) {
        return Duration.ofMillis(Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt, 16)));
    }

    /** Returns waits of random length, so that those who collided do not meet again: each is between nothing and a bound that doubles. */
    static Backoff jittered() {
        return attempt -> {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextLong(bound(attempt).toMillis() + 1));
            } catch (InterruptedException e) {
                // The next call of a store notices.
                Thread.currentThread().interrupt();
            }
        };
    }
}
