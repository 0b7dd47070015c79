/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import dev.saltern.jobs.stage.SourceAccount;
import dev.saltern.quality.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has found so far; becomes its report. Not thread-safe. */
final class RunLog {
    private final List<RunReport.SourceLine> sources = new ArrayList<>();
    private final List<RunReport.DuplicatesLine> duplicates = new ArrayList<>();
    private final Map<String, RunReport.TableLine> tables = new LinkedHashMap<>();
    private final List<RunReport.RuleLine> rules = new ArrayList<>();
    private final List<SkewLine> skew = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean balanced = true;

    void source(String name, int files, SourceAccount account, Map<String, Long> late) {
        Map<String, Long> setAside = new LinkedHashMap<>(account.quarantinedBy());
        account.droppedBy().forEach((rule, rows) -> setAside.merge(rule, rows, Long::sum));
        sources.add(new RunReport.SourceLine(
                name,
                files,
                account.read(),
                account.corrupt(),
                account.parsed(),
                account.kept(),
                account.quarantined(),
                account.dropped(),
                account.outside(),
                setAside,
                account.elsewhere(),
                late));
        if (!account.balances()) {
            unbalanced("source " + name + ": " + account);
        }
    }

    void duplicates(String step, long rowsIn, long rowsOut) {
        duplicates.add(new RunReport.DuplicatesLine(step, rowsIn, rowsIn - rowsOut, rowsOut));
        if (rowsOut > rowsIn) {
            unbalanced("step " + step + ": " + rowsIn + " rows in, " + rowsOut + " out");
        }
    }

    void table(RunReport.TableLine line) {
        tables.put(line.table(), line);
    }

    void rule(String on, RuleResult result) {
        rules.add(new RunReport.RuleLine(
                on,
                result.rule(),
                result.action().name(),
                result.outcome().name(),
                result.observed(),
                result.required(),
                result.badRows(),
                result.totalRows(),
                result.examples(),
                result.message(),
                result.provenBy().label()));
        if (result.refusesPublish()) {
            refuse(on + ": " + result.reason());
        }
    }

    void skew(SkewLine line) {
        skew.add(line);
    }

    List<SkewLine> skew() {
        return List.copyOf(skew);
    }

    void refuse(String reason) {
        failures.add(reason);
    }

    void note(String note) {
        notes.add(note);
    }

    void unbalanced(String where) {
        balanced = false;
        refuse("The row account does not balance: " + where);
    }

    boolean isRefused() {
        return !failures.isEmpty();
    }

    boolean isBalanced() {
        return balanced;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns how many rows the run wrote to a table. */
    long rows(String table) {
        RunReport.TableLine line = tables.get(table);
        return line == null ? 0 : line.rows();
    }

    /** Notes that a table is live. */
    void published(String table, long version, int partitions) {
        tables.computeIfPresent(
                table,
                (name, line) -> new RunReport.TableLine(
                        name,
                        version,
                        partitions,
                        line.rows(),
                        line.quarantined(),
                        line.dropped(),
                        line.bytes(),
                        line.shuffledBytes()));
    }

    /** Notes how many partitions and bytes the files of a table are. */
    void sealed(String table, int partitions, long bytes) {
        tables.computeIfPresent(
                table,
                (name, line) -> new RunReport.TableLine(
                        name,
                        line.version(),
                        partitions,
                        line.rows(),
                        line.quarantined(),
                        line.dropped(),
                        bytes,
                        line.shuffledBytes()));
    }

    /** Returns the report with these ends. */
    RunReport report(
            String run,
            String pipeline,
            String scope,
            RunReport.Verdict verdict,
            int exitCode,
            String key,
            String started,
            double seconds) {
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
                List.copyOf(tables.values()),
                rules,
                List.copyOf(skew),
                balanced,
                failures,
                notes,
                List.of(),
                null);
    }
}
