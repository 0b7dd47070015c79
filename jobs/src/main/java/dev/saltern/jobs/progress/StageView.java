/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.conf.terminal.Amounts;
import dev.saltern.conf.terminal.Paint;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.observe.ActiveStage;
import java.util.Locale;

/**
 * A stage of Spark that is under way, as a person sees it.
 *
 * @param now how far it is
 */
record StageView(ActiveStage now) {
    private static final int MIN_BAR = 8;
    private static final int MAX_BAR = 40;
    /** What stands around the bar at most: stage, tasks, rows, bytes, time. */
    private static final int FIGURES = 63;

    /** Returns a line such as {@code stage 3 ███░░░ 12/30 tasks  1.2M rows  34.5 MB  20 s left}. */
    String bar(Terminal terminal) {
        int width = Math.max(MIN_BAR, Math.min(MAX_BAR, terminal.columns() - FIGURES));
        int filled = (int) ((long) width * now.done() / now.tasks());
        String failures = now.failed() == 0 ? "" : "  " + Paint.BAD.on(now.failed() + " failed", terminal.paintsErr());
        return String.format(
                Locale.ROOT,
                "  stage %-3d %s%s %7s tasks%s%s",
                now.stage(),
                "█".repeat(filled),
                "░".repeat(width - filled),
                now.done() + "/" + now.tasks(),
                failures,
                figures());
    }

    /** Returns the line without the bar, for a log. */
    String line() {
        return "stage " + now.stage() + ", " + now.done() + " of " + now.tasks() + " tasks"
                + (now.failed() == 0 ? "" : ", " + now.failed() + " failed")
                + figures().replace("  ", ", ");
    }

    private String figures() {
        StringBuilder text = new StringBuilder();
        if (now.moved().rows() > 0) {
            text.append("  ").append(Amounts.count(now.moved().rows())).append(" rows");
        }
        if (now.moved().bytes() > 0) {
            text.append("  ").append(Amounts.bytes(now.moved().bytes()));
        }
        int tasks = now.tasks();
        int done = now.done();
        if (done > 0 && done < tasks && now.seconds() >= 1) {
            long left = Math.max(1, Math.round(now.seconds() * (tasks - done) / done));
            text.append("  ").append(Amounts.duration(left)).append(" left");
        }
        return text.toString();
    }
}
