/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a launch may take.
 *
 * @param deadline when it is given up
 * @param maxUsd what it may cost, or null
 * @param poll the first wait between two looks; other waits are multiples of it
 */
public record Limits(Instant deadline, @Nullable Double maxUsd, Duration poll) {
    /** A look of two requests every 20 seconds keeps well below what EMR answers an account. */
    public static final Duration POLL = Duration.ofSeconds(20);

    /** How long the steps may be over before the cluster is ended by hand. */
    Duration endGrace() {
        return poll.multipliedBy(6);
    }

    /** How long a launcher may take from its lease to its cluster. */
    public Duration startGrace() {
        return poll.multipliedBy(45);
    }

    /** How long to wait for a cluster to be gone. */
    Duration goneGrace() {
        return poll.multipliedBy(30);
    }
}
