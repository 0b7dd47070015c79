/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.lease;

import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the leases of the runs of this process and renews them in time. Thread-safe.
 *
 * <p>Its thread is a daemon: when the process dies, the leases run out by themselves.
 */
public final class LeaseKeeper {
    private static final Duration PERIOD = Leases.TTL.dividedBy(5);

    private final Leases leases;
    private final boolean isRenewing;
    private final Map<RunId, Lease> held = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable ScheduledExecutorService timer;

    private LeaseKeeper(Leases leases, boolean isRenewing) {
        this.leases = leases;
        this.isRenewing = isRenewing;
    }

    /** Returns a keeper that renews what it holds by a thread of its own. */
    public static LeaseKeeper renewing(Leases leases) {
        return new LeaseKeeper(leases, true);
    }

    /** Returns a keeper that renews only when {@link #renew} is called. */
    public static LeaseKeeper passive(Leases leases) {
        return new LeaseKeeper(leases, false);
    }

    /** Announces the run and holds its lease until it is released. */
    public void hold(String table, RunId runId) {
        held.put(runId, leases.announce(table, runId));
        startTimer();
    }

    /** Ends the lease of the run; a run that is not held is no error. */
    public void release(RunId runId) {
        held.computeIfPresent(runId, (id, lease) -> {
            leases.release(lease.table(), id);
            return null;
        });
        stopTimerIfIdle();
    }

    /** Ends all leases. One that cannot be ended runs out: it is not renewed any more. */
    public void releaseAll() {
        for (RunId run : List.copyOf(held.keySet())) {
            Lease lease = held.remove(run);
            try {
                if (lease != null) {
                    leases.release(lease.table(), run);
                }
            } catch (SalternException e) {
                failures.incrementAndGet();
            }
        }
        stopTimerIfIdle();
    }

    /** Returns how often a lease could not be renewed. */
    public int failures() {
        return failures.get();
    }

    /** Renews what is held. A lease that cannot be renewed is tried again the next time: it lasts for several. */
    public void renew() {
        for (Lease lease : held.values()) {
            try {
                // A run that is released meanwhile stays released: its lease is written outside of the map and runs
                // out.
                held.computeIfPresent(lease.runId(), (runId, current) -> leases.renew(current));
            } catch (SalternException e) {
                failures.incrementAndGet();
            }
        }
    }

    private synchronized void stopTimerIfIdle() {
        if (timer != null && held.isEmpty()) {
            timer.shutdownNow();
            timer = null;
        }
    }

    private synchronized void startTimer() {
        if (isRenewing && timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "saltern-leases");
                thread.setDaemon(true);
                return thread;
            });
            // Its future is of no use: what goes wrong is counted, and the lease runs out if it goes on.
            var unused =
                    timer.scheduleAtFixedRate(this::renew, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
