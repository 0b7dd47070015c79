/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.status;

import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the versions of a table. */
public final class VersionLines {
    private final List<JournalEntry> entries;

    private VersionLines(List<JournalEntry> entries) {
        this.entries = entries;
    }

    /** Returns a line for each entry, in their order, which is the newest first. */
    public static List<VersionLine> of(List<JournalEntry> entries) {
        VersionLines lines = new VersionLines(entries);
        return entries.stream().map(lines::line).toList();
    }

    private VersionLine line(JournalEntry entry) {
        List<Change> shown = entry.changes().stream()
                .filter(change -> change.newLocation() != null)
                .toList();
        return new VersionLine(
                entry.version(),
                entry.committed().toString(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.runId(),
                entry.scope(),
                shown.size(),
                entry.changes().size() - shown.size(),
                shown.stream().mapToLong(Change::rows).sum(),
                live(entry),
                entry.kind() == EntryKind.RUN ? rolledBack(entry) : shown(shown));
    }

    private int live(JournalEntry entry) {
        return (int) entries.get(0).projection().stream()
                .filter(state -> state.location() != null && state.version() == entry.version())
                .count();
    }

    /** Returns which later version sent readers of this run's files back. */
    private String rolledBack(JournalEntry run) {
        String by = entries.stream()
                .filter(entry -> entry.version() > run.version() && entry.kind() == EntryKind.ROLLBACK)
                .filter(entry -> entry.changes().stream()
                        .anyMatch(change -> run(change.oldLocation()).equals(Optional.of(new RunId(run.runId())))))
                .map(entry -> Long.toString(entry.version()))
                .sorted()
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? "" : "rolled back in " + by;
    }

    private static String shown(List<Change> changes) {
        List<RunId> runs = changes.stream()
                .flatMap(change -> run(change.newLocation()).stream())
                .distinct()
                .toList();
        return runs.isEmpty()
                ? "shows nothing"
                : "shows " + runs.get(0) + (runs.size() > 1 ? " and " + (runs.size() - 1) + " more" : "");
    }

    private static Optional<RunId> run(@Nullable String location) {
        return Optional.ofNullable(location).flatMap(Lake::runAt);
    }
}
