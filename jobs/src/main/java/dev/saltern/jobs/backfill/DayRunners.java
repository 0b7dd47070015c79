/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.run.DayRun;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.session.Interruption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Runs days beside each other in one Spark. Each has a session of its own, so that views and settings stay apart, a scheduler pool of its
 * own, so that a long day does not hold up a short one, and marks of its own on its stages; tables are changed by one at a time.
 */
final class DayRunners {
    private static final String POOL = "spark.scheduler.pool";

    private final SparkSession session;
    private final Environment environment;
    private final LoadedPipeline loaded;
    private final int parallel;
    private final boolean stopOnFailure;
    private final BackfillProgress progress;
    private final Lock publishing = new ReentrantLock();
    private volatile boolean stopped;

    DayRunners(
            SparkSession session,
            Environment environment,
            LoadedPipeline loaded,
            int parallel,
            boolean stopOnFailure,
            BackfillProgress progress) {
        this.session = session;
        this.environment = environment;
        this.loaded = loaded;
        this.parallel = parallel;
        this.stopOnFailure = stopOnFailure;
        this.progress = progress;
    }

    /** Returns whether no further day is to begin. */
    boolean isStopped() {
        return stopped;
    }

    /** Runs days, which begin in this order, and returns the lines of those that ran; one that fails does not end the others. */
    Map<Scope, DayLine> run(List<Scope> order, Map<Scope, DayLine> before) {
        Map<Scope, DayLine> ended = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            Map<Scope, Future<?>> begun = new LinkedHashMap<>();
            for (Scope day : order) {
                DayLine line = before.get(day);
                if (line != null) {
                    begun.put(day, threads.submit(() -> runIfWanted(day, line, ended)));
                }
            }
            for (Future<?> each : begun.values()) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot run the days: " + RootCause.of(e), e);
        } finally {
            threads.shutdownNow();
        }
        return ended;
    }

    private void runIfWanted(Scope day, DayLine line, Map<Scope, DayLine> ended) {
        if (stopped || Interruption.isUnderWay()) {
            stopped = true;
            return;
        }
        DayLine after = run(day, line);
        ended.put(day, after);
        if (stopOnFailure && after.isBad()) {
            stopped = true;
        }
        progress.ended(after);
    }

    private DayLine run(Scope day, DayLine line) {
        SparkContext spark = session.sparkContext();
        SparkSession own = session.newSession();
        SparkSession.setActiveSession(own);
        spark.setLocalProperty(POOL, day.toString());
        try {
            return line.after(new DayRun(
                            own, environment, loaded, day, phase -> progress.begins(day.toString(), phase), publishing)
                    .run());
        } catch (SalternException e) {
            return line.failed(e.exitCode().code(), String.valueOf(e.getMessage()));
        } catch (Exception e) {
            // The runner of steps: whatever a day meets, the other days go on.
            return line.failed(ExitCode.INTERNAL.code(), RootCause.of(e));
        } finally {
            spark.setLocalProperty(POOL, null);
        }
    }
}
