/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about itself; written next to the tables as JSON and printed as the summary.
 *
 * @param run the run's id
 * @param pipeline the pipeline's name
 * @param scope the days that it claimed
 * @param verdict how it ended
 * @param exitCode what the process exits with
 * @param key the idempotency key
 * @param started when, in UTC, ISO 8601
 * @param seconds how long it took
 * @param sources what was read
 * @param duplicates what the dedupe steps left out
 * @param tables what was written
 * @param rules what the rules found
 * @param skew what was found about the keys of the steps, and done; empty in the reports of runs that did not say
 * @param balanced whether every row is accounted for
 * @param failures why it was refused or failed, one sentence each
 * @param notes what a person should know: skipped files, columns that drift
 * @param reopened the earlier days that were run anew behind this one, for its late rows; told by the command, not kept in the history
 * @param setting under what it was carried out; null in the reports of runs that did not say
 */
public record RunReport(
        String run,
        String pipeline,
        String scope,
        Verdict verdict,
        int exitCode,
        String key,
        String started,
        double seconds,
        List<SourceLine> sources,
        List<DuplicatesLine> duplicates,
        List<TableLine> tables,
        List<RuleLine> rules,
        List<SkewLine> skew,
        boolean balanced,
        List<String> failures,
        List<String> notes,
        List<Reopened> reopened,
        @Nullable RunSetting setting) {
    private static final int STARTED_LENGTH = "2026-01-31T030000Z".length();
    private static final int ULID_LENGTH = 26;

    /** Orders the names of reports' files, without their endings, by the second the runs started in, and runs of one second by their ULIDs. */
    public static final Comparator<String> BY_START = Comparator.<String, String>comparing(
                    name -> name.substring(0, Math.min(STARTED_LENGTH, name.length())))
            .thenComparing(name -> name.substring(Math.max(0, name.length() - ULID_LENGTH)))
            .thenComparing(Comparator.naturalOrder());

    public RunReport {
        sources = List.copyOf(sources);
        duplicates = List.copyOf(duplicates);
        tables = List.copyOf(tables);
        rules = List.copyOf(rules);
        skew = List.copyOf(Objects.requireNonNullElse(skew, List.of()));
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
        reopened = List.copyOf(Objects.requireNonNullElse(reopened, List.of()));
    }

    /** Returns what the files of the run's report are called, without their endings; {@link #BY_START} orders them. */
    public String fileName() {
        return started.replace(":", "") + "-" + run;
    }

    /** Returns the rules that a run is held to: what others take out of it stands in its row account. */
    public List<RuleLine> claims() {
        return rules.stream()
                .filter(rule -> rule.action().equals("FAIL") || rule.action().equals("WARN"))
                .toList();
    }

    /** Returns the same report of a run that was carried out under the setting. */
    public RunReport under(RunSetting found) {
        return completed(notes, reopened, found);
    }

    /** Returns the same report with one more note. */
    public RunReport noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return completed(all, reopened, setting);
    }

    /** Returns the same report with the days that were opened again behind it. */
    public RunReport with(List<RunReport> again) {
        List<Reopened> lines = again.stream()
                .map(report -> new Reopened(
                        report.scope(), report.run(), report.verdict(), report.exitCode(), report.failures()))
                .toList();
        return completed(notes, lines, setting);
    }

    private RunReport completed(List<String> told, List<Reopened> again, @Nullable RunSetting found) {
        return new RunReport(
                run,
                pipeline,
                scope,
                verdict,
                exitCode,
                key,
                started,
                seconds,
                sources,
                duplicates,
                tables,
                rules,
                skew,
                balanced,
                failures,
                told,
                again,
                found);
    }

    /** An earlier day that was run anew for late rows, as its own report tells in full. */
    public record Reopened(String scope, String run, Verdict verdict, int exitCode, List<String> failures) {}

    /** How a run ended. */
    public enum Verdict {
        /** Its tables are live. */
        PUBLISHED,
        /** The same input was already live; nothing was done. */
        UP_TO_DATE,
        /** A rule, a limit or the row account refused the publish; what was live is live. */
        REFUSED,
        /** It could not be carried out; what was live is live, unless {@code tables} says otherwise. */
        FAILED
    }

    /**
     * The row account of a source: {@code read = elsewhere + corrupt + parsed}, {@code parsed = kept + quarantined + dropped + outside}.
     *
     * @param source the source's name
     * @param files how many files were read
     * @param setAside rows per rule, for what was quarantined or dropped; a row that breaks two rules counts under both
     * @param elsewhere rows that belong to a period of another run within the lookback, which judges them
     * @param late how many rows belong to which earlier period, by its first day
     */
    public record SourceLine(
            String source,
            int files,
            long read,
            long corrupt,
            long parsed,
            long kept,
            long quarantined,
            long dropped,
            long outside,
            Map<String, Long> setAside,
            long elsewhere,
            Map<String, Long> late) {
        public SourceLine {
            late = Objects.requireNonNullElse(late, Map.of());
        }
    }

    /** The row account of a dedupe step: {@code rowsIn = duplicates + rowsOut}. */
    public record DuplicatesLine(String step, long rowsIn, long duplicates, long rowsOut) {}

    /**
     * A table: {@code rows + quarantined + dropped} is what its step gave.
     *
     * @param version the journal version that made it live, or null if it is not
     * @param partitions how many partitions the run gave it
     * @param bytes of its files; null in the reports of runs that did not say, and until they are sealed
     * @param shuffledBytes how many bytes of a shuffle all the rows were before they were written; null where that is not known
     */
    public record TableLine(
            String table,
            @Nullable Long version,
            int partitions,
            long rows,
            long quarantined,
            long dropped,
            @Nullable Long bytes,
            @Nullable Long shuffledBytes) {
        /** Returns how many bytes of a file a byte of the shuffle became, or empty if that is not known. */
        public OptionalDouble bytesPerShuffledByte() {
            if (bytes == null || shuffledBytes == null || shuffledBytes == 0 || rows == 0) {
                return OptionalDouble.empty();
            }
            double all = rows + quarantined + dropped;
            return OptionalDouble.of(bytes / (shuffledBytes * (rows / all)));
        }
    }

    /**
     * What a rule found.
     *
     * @param on the source or table that it stands on
     * @param provenBy where the answer came from, to follow "by"; null in the reports of runs that did not say
     */
    public record RuleLine(
            String on,
            String rule,
            String action,
            String outcome,
            @Nullable Double observed,
            String required,
            long badRows,
            long totalRows,
            List<String> examples,
            String message,
            @Nullable String provenBy) {
        /** Returns whether it was looked at and nothing broke it. */
        public boolean holds() {
            return outcome.equals("PASSED");
        }
    }
}
