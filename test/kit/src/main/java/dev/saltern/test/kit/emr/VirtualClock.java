/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves: waiting costs no time, and hours of a cluster's life pass in milliseconds. Thread-safe. */
public final class VirtualClock implements InstantSource {
    private Instant now;

    /** Starts the clock at a moment. */
    public VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves the clock instead of waiting. */
    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
    }
}
