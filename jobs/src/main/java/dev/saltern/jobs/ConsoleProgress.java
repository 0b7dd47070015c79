/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.Progress;
import dev.saltern.jobs.session.Interruption;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Progress for a person: on a terminal one line that is drawn over, with a bar of the tasks that are done; elsewhere one plain line per
 * phase. Thread-safe: Spark tells of tasks from a thread of its own.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int BAR_WIDTH = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final SparkContext spark;
    private final PrintWriter err;
    private final boolean silent;
    private final boolean terminal;
    private final long startedNanos = System.nanoTime();
    private final Tasks tasks = new Tasks();
    private String phase = "";
    private int done;
    private int total;
    private boolean closed;

    private ConsoleProgress(SparkContext spark, PrintWriter err, boolean silent) {
        this.spark = spark;
        this.err = err;
        this.silent = silent;
        // The launcher script knows whether standard error is a terminal; Java does not.
        this.terminal = Boolean.getBoolean("saltern.terminal");
    }

    static ConsoleProgress of(SparkContext spark, PrintWriter err, boolean silent) {
        ConsoleProgress progress = new ConsoleProgress(spark, err, silent);
        if (progress.draws()) {
            spark.addSparkListener(progress.tasks);
        }
        return progress;
    }

    /**
     * Shows what begins.
     *
     * @throws SalternException with {@link ExitCode#INTERRUPTED} if the process was asked to end
     */
    @Override
    public synchronized void begins(String what) {
        if (Interruption.isUnderWay()) {
            throw new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE);
        }
        phase = what;
        done = 0;
        total = 0;
        if (draws()) {
            draw();
        } else if (!silent) {
            err.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), what));
        }
    }

    @Override
    public synchronized void close() {
        if (!closed && draws()) {
            spark.removeSparkListener(tasks);
            err.print(CLEAR_LINE);
            err.flush();
        }
        closed = true;
    }

    private boolean draws() {
        return terminal && !silent;
    }

    private synchronized void tasks(int newTasks, int ended) {
        total += newTasks;
        done += ended;
        draw();
    }

    private synchronized void draw() {
        if (closed) {
            return;
        }
        int filled = total == 0 ? 0 : Math.min(BAR_WIDTH, BAR_WIDTH * done / total);
        String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
        err.print(CLEAR_LINE
                + String.format(
                        Locale.ROOT,
                        "[%s] %d/%d tasks  %.0f s  %s",
                        bar,
                        done,
                        Math.max(done, total),
                        seconds(),
                        phase));
        err.flush();
    }

    private double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** Hears from Spark how many tasks there are and how many are done. */
    private final class Tasks extends SparkListener {
        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted event) {
            tasks(event.stageInfo().numTasks(), 0);
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            tasks(0, 1);
        }

        @Override
        public void onStageCompleted(SparkListenerStageCompleted event) {
            tasks(0, 0);
        }
    }
}
