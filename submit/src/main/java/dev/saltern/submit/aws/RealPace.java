/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of the machine; its sleep ends at once when {@link #wake} is called. Thread-safe. */
public final class RealPace implements Pace {
    private final CountDownLatch awake = new CountDownLatch(1);
    private final Clock clock;

    /** Creates the pace of a clock. */
    public RealPace(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleep(Duration duration) {
        try {
            var unused = awake.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends every sleep, those to come too. */
    public void wake() {
        awake.countDown();
    }
}
