/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void boundsDoubleUpToTheLongest() {
        assertThat(Backoff.bound(0)).isEqualTo(Duration.ofMillis(200));
        assertThat(Backoff.bound(3)).isEqualTo(Duration.ofMillis(1_600));
        assertThat(Backoff.bound(7)).isEqualTo(Backoff.LONGEST);
        assertThat(Backoff.bound(1_000)).isEqualTo(Backoff.LONGEST);
    }

    @Test
    void anInterruptedWaitEndsAtOnceAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        Backoff.jittered().after(20);
        assertThat(Thread.interrupted()).isTrue();
    }
}
