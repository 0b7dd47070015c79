/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.jobs.ledger.Reason;
import dev.saltern.jobs.report.RunReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a day, or would.
 *
 * @param day the day, or the period of several days that a table holds in one partition
 * @param outcome what became of it
 * @param reasons why it was to be run
 * @param late whether it was opened again for late rows alone, though nobody asked for it
 * @param run the id of its run, or null if there was none
 * @param key the idempotency key of that run, or null if there was none
 * @param rows how many rows the run gave to the tables, the quarantine apart
 * @param setAside how many rows it set aside
 * @param seconds how long it took
 * @param exitCode what the run alone would have exited with
 * @param failures why it was refused or failed
 */
public record DayLine(
        String day,
        Outcome outcome,
        List<Reason> reasons,
        boolean late,
        @Nullable String run,
        @Nullable String key,
        long rows,
        long setAside,
        double seconds,
        int exitCode,
        List<String> failures) {
    public DayLine {
        reasons = List.copyOf(reasons);
        failures = List.copyOf(failures);
    }

    /** What became of a day. */
    public enum Outcome {
        /** It holds what a run would publish, so it was not run. */
        UNCHANGED,
        /** It was never published, and there is no file to run. */
        NO_FILES,
        /** No table keeps it. */
        EXPIRED,
        /** It is to be run. */
        DUE,
        /** Its tables are live. */
        PUBLISHED,
        /** The run found everything live already. */
        UP_TO_DATE,
        /** A rule, a limit or the row account refused the publish. */
        REFUSED,
        /** It could not be carried out. */
        FAILED
    }

    /** A day that was not run. */
    static DayLine of(String day, Outcome outcome, List<Reason> reasons) {
        return new DayLine(day, outcome, reasons, false, null, null, 0, 0, 0, 0, List.of());
    }

    /** Returns the line once its run has ended; the quarantine table stands last in a report. */
    DayLine after(RunReport report) {
        List<RunReport.TableLine> tables = report.tables();
        int outputs = Math.max(0, tables.size() - 1);
        return new DayLine(
                day,
                Outcome.valueOf(report.verdict().name()),
                reasons,
                late,
                report.run(),
                report.key(),
                tables.stream()
                        .limit(outputs)
                        .mapToLong(RunReport.TableLine::rows)
                        .sum(),
                tables.stream()
                        .skip(outputs)
                        .mapToLong(RunReport.TableLine::rows)
                        .sum(),
                report.seconds(),
                report.exitCode(),
                report.failures());
    }

    /** Returns the line of a day that could not even tell what became of it. */
    DayLine failed(int code, String reason) {
        return new DayLine(day, Outcome.FAILED, reasons, late, null, null, 0, 0, 0, code, List.of(reason));
    }

    /** Returns the line of a day that nobody asked for. */
    DayLine asLate() {
        return new DayLine(day, outcome, reasons, true, run, key, rows, setAside, seconds, exitCode, failures);
    }

    /** Returns whether the day ran and did not come to its end. */
    boolean isBad() {
        return outcome == Outcome.REFUSED || outcome == Outcome.FAILED;
    }
}
