/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.conf.terminal.Screen;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.observe.ActiveStage;
import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.session.Interruption;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * What goes on, for a person: on a terminal a few lines that are drawn over, a bar for each stage of Spark under them; elsewhere a plain
 * line now and then while nothing else is said. Thread-safe.
 */
final class StageLines implements AutoCloseable {
    /** Often enough to be alive, seldom enough to cost nothing, also over a slow connection. */
    private static final long DRAW_MILLIS = 200;
    /** How long a log may be silent about work that goes on. */
    private static final double QUIET_SECONDS = 30;

    private static final int MAX_BARS = 6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SparkContext spark;
    private final Screen screen;
    private final Terminal terminal;
    private final Supplier<List<String>> headlines;
    private final StageObserver stages;
    private final long startedNanos = System.nanoTime();
    private final Clockwork clock;
    private double said;

    /**
     * Shows what goes on, until closed.
     *
     * @param headlines what is done at the moment, a line each; asked for by a thread of its own
     */
    StageLines(SparkContext spark, PrintWriter err, Terminal terminal, Supplier<List<String>> headlines) {
        this.spark = spark;
        this.screen = new Screen(err, terminal);
        this.terminal = terminal;
        this.headlines = headlines;
        this.stages = StageObserver.ofAll(spark);
        clock = new Clockwork(DRAW_MILLIS, this::tick);
    }

    /** Says a line that stays, behind the seconds since the start. */
    synchronized void say(String line) {
        said = seconds();
        screen.say(String.format(Locale.ROOT, "%6.1f s  %s", said, line));
    }

    /** Draws what goes on at once. */
    synchronized void draw() {
        // A process that was asked to end tells why, on lines of its own.
        if (terminal.draws() && !clock.isClosed() && !Interruption.isUnderWay()) {
            screen.draw(lines());
        }
    }

    @Override
    public synchronized void close() {
        clock.close();
        spark.removeSparkListener(stages);
        screen.clear();
    }

    private synchronized void tick() {
        if (terminal.draws()) {
            draw();
        } else if (!clock.isClosed() && seconds() - said >= QUIET_SECONDS) {
            stages.active().stream()
                    .findFirst()
                    .ifPresent(stage -> say(headlines.get().get(0) + ": " + new StageView(stage).line()));
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String headline : headlines.get()) {
            lines.add(lines.isEmpty() ? String.format(Locale.ROOT, "%6.1f s  %s", seconds(), headline) : headline);
        }
        List<ActiveStage> active = stages.active();
        active.stream().limit(MAX_BARS).forEach(stage -> lines.add(new StageView(stage).bar(terminal)));
        if (active.size() > MAX_BARS) {
            lines.add("  and " + (active.size() - MAX_BARS) + " more");
        }
        return lines;
    }

    private double seconds() {
        return (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
    }
}
