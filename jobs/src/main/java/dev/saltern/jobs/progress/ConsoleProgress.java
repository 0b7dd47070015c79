/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.run.Progress;
import dev.saltern.jobs.session.Interruption;
import java.io.PrintWriter;
import java.util.List;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Progress for a person: on a terminal the phase with a bar for each stage of Spark, drawn over; elsewhere a plain line for each phase.
 * Thread-safe.
 */
public final class ConsoleProgress implements Progress, AutoCloseable {
    private final @Nullable StageLines lines;
    private final Terminal terminal;
    private volatile String phase = "";

    private ConsoleProgress(@Nullable SparkContext spark, PrintWriter err, Terminal terminal) {
        this.terminal = terminal;
        this.lines = spark == null ? null : new StageLines(spark, err, terminal, () -> List.of(phase));
    }

    /** Shows progress on the standard error of this process, nothing at all if {@code silent}. */
    public static ConsoleProgress of(SparkContext spark, PrintWriter err, boolean silent) {
        return new ConsoleProgress(silent ? null : spark, err, Terminal.ofProcess());
    }

    /**
     * Shows what begins.
     *
     * @throws SalternException with {@link ExitCode#INTERRUPTED} if the process was asked to end
     */
    @Override
    public void begins(String what) {
        if (Interruption.isUnderWay()) {
            throw new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE);
        }
        phase = what;
        if (lines == null) {
            return;
        }
        if (terminal.draws()) {
            lines.draw();
        } else {
            lines.say(what);
        }
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
    }
}
