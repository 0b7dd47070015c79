/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.conf.terminal.Paint;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.report.Amounts;
import java.util.Locale;

/**
 * A stage of Spark that is under way.
 *
 * @param stage its number
 * @param tasks how many tasks it has, 1 or more
 * @param done how many of them have ended well
 * @param failed how many attempts have failed
 * @param moved what its tasks have read so far
 * @param seconds how long ago it began
 */
record StageView(int stage, int tasks, int done, int failed, Moved moved, double seconds) {
    private static final int MIN_BAR = 8;
    private static final int MAX_BAR = 40;
    /** What stands around the bar at most: stage, tasks, rows, bytes, time. */
    private static final int FIGURES = 63;

    /** Returns a line such as {@code stage 3 ███░░░ 12/30 tasks  1.2M rows  34.5 MB  20 s left}. */
    String bar(Terminal terminal) {
        int width = Math.max(MIN_BAR, Math.min(MAX_BAR, terminal.columns() - FIGURES));
        int filled = (int) ((long) width * done / tasks);
        String failures = failed == 0 ? "" : "  " + Paint.BAD.on(failed + " failed", terminal.paintsErr());
        return String.format(
                Locale.ROOT,
                "  stage %-3d %s%s %7s tasks%s%s",
                stage,
                "█".repeat(filled),
                "░".repeat(width - filled),
                done + "/" + tasks,
                failures,
                figures());
    }

    /** Returns the line without the bar, for a log. */
    String line() {
        return "stage " + stage + ", " + done + " of " + tasks + " tasks"
                + (failed == 0 ? "" : ", " + failed + " failed") + figures().replace("  ", ", ");
    }

    private String figures() {
        StringBuilder text = new StringBuilder();
        if (moved.rows() > 0) {
            text.append("  ").append(Amounts.count(moved.rows())).append(" rows");
        }
        if (moved.bytes() > 0) {
            text.append("  ").append(Amounts.bytes(moved.bytes()));
        }
        if (done > 0 && done < tasks && seconds >= 1) {
            long left = Math.max(1, Math.round(seconds * (tasks - done) / done));
            text.append("  ").append(Amounts.duration(left)).append(" left");
        }
        return text.toString();
    }
}
