/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that grow by half each time, with a fifth of jitter, so that launchers that were throttled together do not return together.
 *
 * @param first the first wait
 * @param most the longest
 */
public record Backoff(Duration first, Duration most) {
    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.2;

    /** Returns the n-th wait, from 0. */
    public Duration wait(int zeroBasedTry, RandomGenerator random) {
        double grown = first.toMillis() * Math.pow(GROWTH, Math.min(zeroBasedTry, 40));
        double capped = Math.min(grown, (double) most.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
