/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Duration;
import java.time.Instant;

/** The time, and how to let it pass; a test lets it pass at once. */
public interface Pace {
    /** Returns the time. */
    Instant now();

    /** Waits; may return early when the process was asked to end. */
    void sleep(Duration duration);

    /** Returns how long it has been since then. */
    default Duration since(Instant then) {
        return Duration.between(then, now());
    }
}
