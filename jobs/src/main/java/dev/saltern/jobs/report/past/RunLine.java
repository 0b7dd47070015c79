/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run in the history.
 *
 * @param file what the files of its report are called, without their endings
 * @param read rows read
 * @param setAside rows of the sources that were set aside or left out
 * @param written rows of its tables
 * @param bytes of its tables
 * @param rules how many rules it was held to
 * @param held how many of them held
 * @param heaviestShare the share of the heaviest key of any step, in [0, 1]
 * @param heaviestTask the longest task over the median, of the step where it is most; null where no step says
 * @param launch the launch that it belongs to, or null
 * @param usd what that cost; null if nothing was launched or it is not known yet
 */
public record RunLine(
        String file,
        String run,
        String pipeline,
        String scope,
        RunReport.Verdict verdict,
        int exitCode,
        String started,
        double seconds,
        long read,
        long setAside,
        long written,
        long bytes,
        int rules,
        int held,
        double heaviestShare,
        @Nullable Double heaviestTask,
        @Nullable String launch,
        @Nullable Double usd) {
    /** Returns the line of a report. */
    public static RunLine of(RunReport report) {
        return new RunLine(
                report.fileName(),
                report.run(),
                report.pipeline(),
                report.scope(),
                report.verdict(),
                report.exitCode(),
                report.started(),
                report.seconds(),
                report.sources().stream().mapToLong(RunReport.SourceLine::read).sum(),
                report.sources().stream()
                        .mapToLong(source -> source.corrupt() + source.quarantined() + source.dropped())
                        .sum(),
                report.tables().stream().mapToLong(RunReport.TableLine::rows).sum(),
                report.tables().stream()
                        .map(RunReport.TableLine::bytes)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum(),
                report.claims().size(),
                (int) report.claims().stream().filter(RunReport.RuleLine::holds).count(),
                report.skew().stream()
                        .flatMap(line -> line.inputs().stream())
                        .mapToDouble(SkewLine.Spread::heaviestShare)
                        .max()
                        .orElse(0),
                report.skew().stream()
                        .map(SkewLine::heaviestTask)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null),
                report.setting() == null ? null : report.setting().launch(),
                null);
    }

    /** Returns the same run with what it cost. */
    RunLine costing(double dollars) {
        return new RunLine(
                file,
                run,
                pipeline,
                scope,
                verdict,
                exitCode,
                started,
                seconds,
                read,
                setAside,
                written,
                bytes,
                rules,
                held,
                heaviestShare,
                heaviestTask,
                launch,
                dollars);
    }

    /** Returns the share of the rows that were set aside or left out. */
    public double rejected() {
        return read == 0 ? 0 : setAside / (double) read;
    }
}
