/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import dev.saltern.jobs.report.RunReport;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the account of a run against that of the run before, and both against the quarantine tables that they left, which were counted apart
 * from them.
 */
final class TwoRuns {
    private final @Nullable RunReport earlier;
    private final RunReport later;
    private final Map<String, SetAsideRows.Count> before;
    private final Map<String, SetAsideRows.Count> after;
    private final Ledger ledger;

    /**
     * Prepares the comparison.
     *
     * @param earlier the run that published just these days, or null if no single run did
     * @param before what the quarantine table held before the later run
     * @param after what it holds
     */
    TwoRuns(
            @Nullable RunReport earlier,
            RunReport later,
            Map<String, SetAsideRows.Count> before,
            Map<String, SetAsideRows.Count> after,
            Ledger ledger) {
        this.earlier = earlier;
        this.later = later;
        this.before = before;
        this.after = after;
        this.ledger = ledger;
    }

    /** Adds a line for each source and output that rows were or are set aside from. */
    void compare() {
        Set<String> names = new LinkedHashSet<>();
        later.sources().forEach(line -> names.add(line.source()));
        later.tables().forEach(line -> names.add(line.table()));
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            SetAsideRows.Count first = before.getOrDefault(name, SetAsideRows.Count.NONE);
            SetAsideRows.Count second = after.getOrDefault(name, SetAsideRows.Count.NONE);
            agree(name, "before", first.rows(), setAside(earlier, name));
            agree(name, "after", second.rows(), setAside(later, name));
            if (first.rows() + second.rows() > 0) {
                ledger.source(line(name, first.rows(), second.rows()));
                ledger.rules(name, first.byRule(), second.byRule());
            }
        }
    }

    private ReplayReport.SourceLine line(String name, long first, long second) {
        RunReport.SourceLine old = source(earlier, name);
        RunReport.SourceLine young = source(later, name);
        if (old == null || young == null) {
            return new ReplayReport.SourceLine(
                    name,
                    old == null ? null : old.read(),
                    young == null ? null : young.read(),
                    first,
                    second,
                    null,
                    null);
        }
        if (old.read() != young.read()) {
            ledger.note(String.format(
                    Locale.ROOT,
                    "The raw files of %s have changed: %,d rows were read then, %,d now. What came back cannot be told"
                            + " from what is new",
                    name,
                    old.read(),
                    young.read()));
            return new ReplayReport.SourceLine(name, old.read(), young.read(), first, second, null, null);
        }
        long cameBack = young.kept() - old.kept();
        long leftOut = leftOut(young) - leftOut(old);
        if (first - second != cameBack + leftOut) {
            ledger.unbalanced(String.format(
                    Locale.ROOT,
                    "%s: %,d rows were set aside and %,d are, but %,d more were kept and %,d more left out",
                    name,
                    first,
                    second,
                    cameBack,
                    leftOut));
        }
        return new ReplayReport.SourceLine(name, old.read(), young.read(), first, second, cameBack, leftOut);
    }

    private void agree(String name, String when, long inTable, @Nullable Long reported) {
        if (reported != null && reported != inTable) {
            ledger.unbalanced(String.format(
                    Locale.ROOT,
                    "%s: %,d rows are in the quarantine table %s, %,d by the report of the run",
                    name,
                    inTable,
                    when,
                    reported));
        }
    }

    private static @Nullable Long setAside(@Nullable RunReport report, String name) {
        RunReport.SourceLine source = source(report, name);
        if (source != null) {
            return source.corrupt() + source.quarantined();
        }
        return report == null
                ? null
                : report.tables().stream()
                        .filter(line -> line.table().equals(name))
                        .map(RunReport.TableLine::quarantined)
                        .findFirst()
                        .orElse(null);
    }

    private static long leftOut(RunReport.SourceLine line) {
        return line.dropped() + line.outside() + line.elsewhere();
    }

    private static RunReport.@Nullable SourceLine source(@Nullable RunReport report, String name) {
        return report == null
                ? null
                : report.sources().stream()
                        .filter(line -> line.source().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
