/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.terminal.Amounts;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.backfill.BackfillProgress;
import dev.saltern.jobs.backfill.DayLine;
import dev.saltern.jobs.session.Interruption;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a backfill for a person: a line for each day that has ended, with the days that are left and the time they may take; on a
 * terminal also what each day does at the moment, with a bar for each stage of Spark, drawn over. Thread-safe.
 */
public final class DaysProgress implements BackfillProgress, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final @Nullable StageLines lines;
    private final Map<String, String> running = new TreeMap<>();
    private int due;
    private int done;
    private long roundNanos = System.nanoTime();
    private int doneBefore;

    /** Shows progress on the standard error of this process, nothing at all if {@code silent}. */
    public DaysProgress(SparkContext spark, PrintWriter err, boolean silent) {
        lines = silent ? null : new StageLines(spark, err, Terminal.ofProcess(), this::headlines);
    }

    @Override
    public void planned(int days) {
        synchronized (running) {
            due += days;
            roundNanos = System.nanoTime();
            doneBefore = done;
        }
        say(days(days) + " to run");
    }

    @Override
    public void begins(String day, String phase) {
        if (Interruption.isUnderWay()) {
            throw new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE);
        }
        synchronized (running) {
            running.put(day, phase);
        }
        draw();
    }

    @Override
    public void ended(DayLine day) {
        say(endOf(day));
        draw();
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }

    private void say(String line) {
        if (lines != null) {
            lines.say(line);
        }
    }

    private void draw() {
        if (lines != null) {
            lines.draw();
        }
    }

    private String endOf(DayLine day) {
        synchronized (running) {
            running.remove(day.day());
            done++;
            return String.format(
                    Locale.ROOT,
                    "%s %s in %.1f s; %d of %d done, %d running, %s",
                    day.day(),
                    day.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    day.seconds(),
                    done,
                    due,
                    running.size(),
                    left());
        }
    }

    private List<String> headlines() {
        synchronized (running) {
            List<String> all = new ArrayList<>(List.of(done + " of " + days(due) + " done, " + left()));
            running.forEach((day, phase) -> all.add("  " + day + "  " + phase));
            return all;
        }
    }

    /** Tells the days left, and the time by the pace of this round. */
    private String left() {
        int left = due - done;
        int ended = done - doneBefore;
        if (left == 0 || ended == 0) {
            return days(left) + " left";
        }
        double each = (System.nanoTime() - roundNanos) / NANOS_PER_SECOND / ended;
        return days(left) + " left, about " + Amounts.duration(Math.round(each * left));
    }

    private static String days(int count) {
        return count + (count == 1 ? " day" : " days");
    }
}
