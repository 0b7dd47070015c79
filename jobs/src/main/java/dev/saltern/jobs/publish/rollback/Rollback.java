/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionDays;
import dev.saltern.jobs.publish.table.PartitionFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds out what a rollback changes and whether it can. It reads the journals, the manifests and the names of files, and changes nothing.
 *
 * <p>A rollback shows earlier states exactly as they were, with the version that had made them. So the run that is live again is known
 * as such: running it anew is up to date. The run that was taken back is live no more, and its input would be published again.
 */
public final class Rollback {
    private final LakeTables tables;
    private final PartitionFiles files;
    private final RollbackGoal goal;

    /** Prepares a rollback. */
    public Rollback(LakeTables tables, PartitionFiles files, RollbackGoal goal) {
        this.tables = tables;
        this.files = files;
        this.goal = goal;
    }

    /**
     * Returns what changes in each table, in the same order; a table with nothing to change has an empty list.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if no table can go there, with {@link ExitCode#STEP_FAILED} if the files
     *     to go back to are not what they were
     */
    public Map<LakeTable, List<Redirect>> plan(List<LakeTable> all) {
        Map<LakeTable, Redirects> ways = new LinkedHashMap<>();
        all.stream()
                .map(LakeTable::requireSound)
                .filter(table -> table.newest().isPresent())
                .forEach(table -> ways.put(
                        table,
                        new Redirects(table.newest().orElseThrow(), version -> tables.entry(table.name(), version))));
        if (ways.isEmpty()) {
            throw refused(ExitCode.USAGE, "nothing is published yet");
        }
        Map<LakeTable, List<Redirect>> plan = redirects(ways);
        List<String> problems = new ArrayList<>();
        plan.forEach((table, redirects) -> redirects.forEach(redirect -> check(table, redirect, problems)));
        if (!problems.isEmpty()) {
            throw refused(
                    ExitCode.STEP_FAILED,
                    String.join("; ", problems)
                            + ". Nothing was changed. Choose another version (saltern history --table), or run the day again");
        }
        return plan;
    }

    private Map<LakeTable, List<Redirect>> redirects(Map<LakeTable, Redirects> ways) {
        if (goal instanceof RollbackGoal.ToVersion to) {
            return toVersion(ways, to.version());
        }
        if (goal instanceof RollbackGoal.ToRun to) {
            return toRun(ways, to.run());
        }
        if (goal instanceof RollbackGoal.BeforeDay before) {
            return before(ways, values -> holds(values, before.day()));
        }
        return before(ways, values -> true);
    }

    private Map<LakeTable, List<Redirect>> toVersion(Map<LakeTable, Redirects> ways, long version) {
        if (ways.size() > 1) {
            throw refused(
                    ExitCode.USAGE,
                    "each of the tables " + names(ways) + " counts its own versions. Name one with --table");
        }
        Map<LakeTable, List<Redirect>> plan = new LinkedHashMap<>();
        ways.forEach((table, way) -> {
            long head = table.newest().orElseThrow().version();
            if (version < 1 || version > head) {
                throw new SalternException(
                        ExitCode.USAGE,
                        "Invalid --to: " + version + " (must be a version of " + table.name() + ", 1 to " + head
                                + "). saltern history --table " + table.name() + " lists them");
            }
            plan.put(table, way.toVersion(version));
        });
        return plan;
    }

    private Map<LakeTable, List<Redirect>> toRun(Map<LakeTable, Redirects> ways, String text) {
        RunId run = RunId.find(text)
                .orElseThrow(() -> new SalternException(
                        ExitCode.USAGE,
                        "Invalid --run: " + text + " (must be the id of a run, as saltern history lists them)"));
        Map<LakeTable, List<Redirect>> plan = new LinkedHashMap<>();
        boolean found = false;
        for (Map.Entry<LakeTable, Redirects> way : ways.entrySet()) {
            Optional<JournalEntry> entry = published(way.getKey(), run);
            found |= entry.isPresent();
            plan.put(way.getKey(), entry.map(way.getValue()::toRunOf).orElse(List.of()));
        }
        if (!found) {
            throw refused(
                    ExitCode.USAGE,
                    "no table of " + names(ways) + " has published it. saltern history --table T lists runs");
        }
        return plan;
    }

    /** The tables of one run have ids of their own; what they share is the key. */
    private Optional<JournalEntry> published(LakeTable table, RunId run) {
        return tables.entries(table.name()).stream()
                .filter(entry -> entry.kind() == EntryKind.RUN)
                .filter(entry -> new RunId(entry.runId()).keyStart().equals(run.keyStart()))
                .max(Comparator.comparing((JournalEntry entry) -> entry.runId().equals(run.text()))
                        .thenComparing(JournalEntry::version));
    }

    /** One run of a pipeline is taken back in all its tables; what other runs had published stays. */
    private Map<LakeTable, List<Redirect>> before(
            Map<LakeTable, Redirects> ways, Predicate<Map<String, String>> wanted) {
        JournalEntry last = ways.values().stream()
                .flatMap(way -> way.lastRun(wanted).stream())
                .max(Comparator.comparing(JournalEntry::committed))
                .orElseThrow(() ->
                        refused(ExitCode.USAGE, "no partition of " + names(ways) + " holds that day" + live(ways)));
        Map<LakeTable, List<Redirect>> plan = new LinkedHashMap<>();
        ways.forEach((table, way) -> plan.put(table, way.before(last.key(), wanted)));
        return plan;
    }

    private static boolean holds(Map<String, String> values, LocalDate day) {
        Optional<Scope> days = PartitionDays.of(values);
        return days.isPresent()
                && !day.isBefore(days.get().from())
                && !day.isAfter(days.get().to());
    }

    private static String live(Map<LakeTable, Redirects> ways) {
        List<LocalDate> days = ways.keySet().stream()
                .flatMap(table -> table.states().keySet().stream())
                .flatMap(values -> PartitionDays.of(values).stream())
                .flatMap(scope -> Stream.of(scope.from(), scope.to()))
                .sorted()
                .toList();
        return days.isEmpty() ? "" : "; the days are " + days.get(0) + " to " + days.get(days.size() - 1);
    }

    private void check(LakeTable table, Redirect redirect, List<String> problems) {
        PartitionState to = redirect.to();
        if (redirect.values().isEmpty() && redirect.newLocation() == null) {
            problems.add(
                    table.name() + ": nothing was published before, and a table without partitions cannot disappear");
        }
        if (to != null) {
            files.problems(table.name(), to)
                    .forEach(problem -> problems.add(
                            table.name() + " " + PartitionDays.text(redirect.values()) + ": " + problem.text()));
        }
    }

    private static String names(Map<LakeTable, Redirects> ways) {
        return String.join(", ", ways.keySet().stream().map(LakeTable::name).toList());
    }

    private SalternException refused(ExitCode exitCode, String reason) {
        return new SalternException(exitCode, "Cannot roll back " + goal + ": " + reason);
    }
}
