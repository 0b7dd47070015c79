/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.backfill.BackfillProgress;
import dev.saltern.jobs.backfill.DayLine;
import dev.saltern.jobs.session.Interruption;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Progress of a backfill for a person: a line for each day that has ended, with the days that are left and the time they may take; on a
 * terminal also one line, drawn over, with what runs at the moment. Thread-safe.
 */
final class DaysProgress implements BackfillProgress, AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private final PrintWriter err;
    private final boolean silent;
    private final boolean terminal = Boolean.getBoolean("saltern.terminal");
    private final long startedNanos = System.nanoTime();
    private final Map<String, String> running = new TreeMap<>();
    private int due;
    private int done;
    private long roundNanos = System.nanoTime();
    private int doneBefore;

    DaysProgress(PrintWriter err, boolean silent) {
        this.err = err;
        this.silent = silent;
    }

    @Override
    public synchronized void planned(int days) {
        due += days;
        roundNanos = System.nanoTime();
        doneBefore = done;
        say(String.format(Locale.ROOT, "%6.1f s  %s to run", seconds(), days(days)));
    }

    @Override
    public synchronized void begins(String day, String phase) {
        if (Interruption.isUnderWay()) {
            throw new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE);
        }
        running.put(day, phase);
        draw();
    }

    @Override
    public synchronized void ended(DayLine day) {
        running.remove(day.day());
        done++;
        say(String.format(
                Locale.ROOT,
                "%6.1f s  %s %s in %.1f s; %d of %d done, %d running, %s",
                seconds(),
                day.day(),
                day.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                day.seconds(),
                done,
                due,
                running.size(),
                left()));
        draw();
    }

    @Override
    public synchronized void close() {
        if (terminal && !silent) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void say(String line) {
        if (!silent) {
            err.println(terminal ? CLEAR_LINE + line : line);
            err.flush();
        }
    }

    private void draw() {
        if (terminal && !silent) {
            String phases = running.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(" | "));
            err.print(CLEAR_LINE + String.format(Locale.ROOT, "[%d/%d]  %s  %s", done, due, left(), phases));
            err.flush();
        }
    }

    /** Tells the days left, and the time by the pace of this round. */
    private String left() {
        int left = due - done;
        int ended = done - doneBefore;
        if (left == 0 || ended == 0) {
            return days(left) + " left";
        }
        double each = (System.nanoTime() - roundNanos) / 1e9 / ended;
        return days(left) + " left, about " + duration(Math.round(each * left));
    }

    private static String days(int count) {
        return count + (count == 1 ? " day" : " days");
    }

    private static String duration(long seconds) {
        long minutes = Math.round((double) seconds / SECONDS_PER_MINUTE);
        if (minutes == 0) {
            return seconds + " s";
        }
        return minutes < 2 * MINUTES_PER_HOUR
                ? minutes + " min"
                : Math.round((double) minutes / MINUTES_PER_HOUR) + " h";
    }

    private double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }
}
