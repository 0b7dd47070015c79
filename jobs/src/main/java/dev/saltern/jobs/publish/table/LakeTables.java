/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.load.Nearest;
import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Finds the tables of a lake and the runs that they show. It reads names and small documents only. */
public final class LakeTables {
    private final LakeStore store;
    private final Journal journal;

    /** Opens the tables of a lake. */
    public LakeTables(LakeStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Returns the names of all tables that have a journal or a run, in order. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(store.names("_journal"));
        names.addAll(store.names("_runs"));
        return names;
    }

    /**
     * Returns the tables that a command is about: the one that is named, else those of the pipeline, else all.
     *
     * @param known pipelines that may have published nothing yet
     * @throws SalternException with {@link ExitCode#USAGE} if a name is not known; it tells the nearest
     */
    public List<LakeTable> choose(Optional<String> pipeline, Optional<String> table, Collection<String> known) {
        SortedSet<String> names = names();
        if (table.isPresent() && !names.contains(table.get())) {
            throw unknown("table", table.get(), names);
        }
        List<LakeTable> all = names.stream()
                .filter(name -> table.isEmpty() || table.get().equals(name))
                .map(this::load)
                .toList();
        if (pipeline.isEmpty()) {
            return all;
        }
        List<LakeTable> chosen = all.stream()
                .filter(candidate -> pipeline.equals(candidate.pipeline()))
                .toList();
        if (chosen.isEmpty() && !known.contains(pipeline.get())) {
            SortedSet<String> pipelines = all.stream()
                    .flatMap(candidate -> candidate.pipeline().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            pipelines.addAll(known);
            throw unknown("pipeline", pipeline.get(), pipelines);
        }
        return chosen;
    }

    /** Returns a table with its newest entry and a manifest that tells its columns; a journal with a hole is a problem of the table. */
    public LakeTable load(String table) {
        try {
            Optional<JournalEntry> newest = newest(table);
            Optional<Manifest> manifest = newest.flatMap(LiveRuns::newest).flatMap(run -> manifest(table, run));
            return new LakeTable(table, newest, manifest.or(() -> lastSealed(table)), Optional.empty());
        } catch (SalternException e) {
            if (e.exitCode() != ExitCode.UNSOUND) {
                throw e;
            }
            return new LakeTable(
                    table, Optional.empty(), lastSealed(table), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** Returns the manifest of a run, or empty if it was never sealed or is gone. */
    public Optional<Manifest> manifest(String table, RunId run) {
        return folder(table, run).read(RunFolder.MANIFEST, Manifest.class);
    }

    /** Returns the folder of a run, which need not exist. */
    public RunFolder folder(String table, RunId run) {
        return new RunFolder(store, table, run);
    }

    /** Returns every run that has a folder, the oldest first. */
    public List<RunId> runs(String table) {
        return RunFolder.runs(store, table);
    }

    /** Returns one version of a table. */
    public JournalEntry entry(String table, long version) {
        return journal.load(table, version);
    }

    /** Returns every entry of a table's journal, the newest first. */
    public List<JournalEntry> entries(String table) {
        return LongStream.rangeClosed(1, journal.head(table).orElse(0))
                .mapToObj(version -> journal.load(table, version))
                .sorted(Comparator.comparingLong(JournalEntry::version).reversed())
                .toList();
    }

    private Optional<JournalEntry> newest(String table) {
        OptionalLong head = journal.head(table);
        return head.isPresent() ? Optional.of(journal.load(table, head.getAsLong())) : Optional.empty();
    }

    /** A table whose newest live run is gone still has others that tell its columns. */
    private Optional<Manifest> lastSealed(String table) {
        return runs(table).stream()
                .sorted(RunId.BY_START.reversed())
                .flatMap(run -> manifest(table, run).stream())
                .findFirst();
    }

    private SalternException unknown(String what, String name, SortedSet<String> known) {
        String hint = known.isEmpty()
                ? ": nothing is published in " + store.location("") + " yet"
                : Nearest.hint(name, known);
        return new SalternException(ExitCode.USAGE, "Unknown " + what + ": " + name + hint);
    }
}
