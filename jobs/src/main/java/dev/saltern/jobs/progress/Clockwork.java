/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, on a thread that keeps no process alive, until it is closed. */
final class Clockwork implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "saltern-progress");
        thread.setDaemon(true);
        return thread;
    });

    Clockwork(long everyMillis, Runnable work) {
        var unused = clock.scheduleWithFixedDelay(work, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    boolean isClosed() {
        return clock.isShutdown();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
