/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the process was asked to end; thread-safe. */
public final class Stop {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks for the end; returns whether it was asked for before. */
    public boolean request() {
        return requested.getAndSet(true);
    }

    /** Returns whether the end was asked for. */
    public boolean isRequested() {
        return requested.get();
    }
}
