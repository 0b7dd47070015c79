/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedPartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must hold of every world and of every step, whatever the processes are doing. */
final class Invariants {
    private static final Pattern ROLLBACK = Pattern.compile("to version ([0-9]+)");

    private Invariants() {}

    /** Returns what is wrong in a world, each in one line that starts with the invariant. */
    static List<String> of(World world) {
        return of(world, true);
    }

    /**
     * Returns what is wrong in a world.
     *
     * @param withCatalog whether the catalog is looked at: what others wrote there is wrong until the next run
     */
    static List<String> of(World world, boolean withCatalog) {
        Written written = new Written(world);
        List<String> wrong = new ArrayList<>();
        List<JournalEntry> journal = written.journal();
        for (int i = 0; i < journal.size(); i++) {
            if (journal.get(i).version() != i + 1) {
                wrong.add("I3: the journal has a hole before version "
                        + journal.get(i).version());
            }
        }
        if (withCatalog) {
            world.catalog().values().forEach(partition -> catalog(world, written, partition, wrong));
        }
        if (!journal.isEmpty()) {
            JournalEntry newest = journal.get(journal.size() - 1);
            newest.projection().forEach(state -> live(world, state, wrong));
            keys(journal, newest, wrong);
            order(journal, wrong);
            journal.forEach(entry -> rollback(journal, entry, wrong));
        }
        return wrong;
    }

    /** What a reader gets is whole: all rows of one sealed and passed run, and nothing else. */
    private static void catalog(World world, Written written, CatalogPartition partition, List<String> wrong) {
        String path = MemoryLake.path(partition.location());
        String run = Written.run(path);
        Optional<SealedPartition> sealed = written.manifest(run).stream()
                .flatMap(manifest -> manifest.partitions().stream())
                .filter(each -> each.values().equals(partition.values()))
                .findFirst();
        if (sealed.isEmpty() || !written.hasPassed(run)) {
            wrong.add("I1: the catalog sends readers of " + partition.values() + " to " + path
                    + (sealed.isEmpty() ? ", which no manifest holds" : ", which has not passed"));
        } else {
            compare(
                    "I4: readers",
                    world,
                    path,
                    sealed.get().rows(),
                    sealed.get().checksum(),
                    wrong);
        }
    }

    private static void live(World world, PartitionState state, List<String> wrong) {
        String location = state.location();
        if (location != null) {
            compare("I7: the live version", world, location, state.rows(), state.checksum(), wrong);
        }
    }

    private static void compare(String who, World world, String path, long rows, String checksum, List<String> wrong) {
        List<String> found = MemoryRows.rowsAt(world, "memory://lake/" + path);
        if (found.size() != rows || !MemoryRows.checksum(found).equals(checksum)) {
            wrong.add(who + " of " + path + " finds the rows " + found + ", sealed were " + rows);
        }
    }

    /** A run that slept does not put its rows in the place of those of a run that started later. */
    private static void order(List<JournalEntry> journal, List<String> wrong) {
        for (int i = 1; i < journal.size(); i++) {
            JournalEntry entry = journal.get(i);
            Map<Map<String, String>, PartitionState> before = journal.get(i - 1).states();
            for (PartitionState state : entry.projection()) {
                PartitionState old = before.get(state.values());
                if (entry.kind() == EntryKind.RUN
                        && state.version() == entry.version()
                        && old != null
                        && RunId.BY_START.compare(new RunId(old.runId()), new RunId(entry.runId())) > 0
                        && !journal.get((int) old.version() - 1).key().equals(entry.key())) {
                    wrong.add("I4: run " + entry.runId() + " replaces " + old.runId() + ", which started later");
                }
            }
        }
    }

    /** Behind a rollback to a version readers get what that version showed: the same places, rows and runs. */
    private static void rollback(List<JournalEntry> journal, JournalEntry entry, List<String> wrong) {
        Matcher goal = ROLLBACK.matcher(entry.scope());
        if (entry.kind() != EntryKind.ROLLBACK || !goal.matches()) {
            return;
        }
        JournalEntry earlier = journal.get(Integer.parseInt(goal.group(1)) - 1);
        if (!entry.states().equals(earlier.states())) {
            wrong.add("I11: version " + entry.version() + " rolls back to version " + earlier.version() + " and shows "
                    + entry.states() + ", not " + earlier.states());
        }
    }

    private static void keys(List<JournalEntry> journal, JournalEntry newest, List<String> wrong) {
        Map<String, Set<Long>> live = new HashMap<>();
        for (PartitionState state : newest.projection()) {
            journal.stream()
                    .filter(entry -> entry.version() == state.version())
                    .forEach(entry -> live.computeIfAbsent(entry.key(), key -> new HashSet<>())
                            .add(entry.version()));
        }
        live.forEach((key, versions) -> {
            if (versions.size() > 1) {
                wrong.add("I8: one key has the live versions " + versions);
            }
        });
    }

    /** Returns what became of entries and sealed files that must stay as they were; a garbage collection may remove the files. */
    static List<String> kept(World before, World after) {
        List<String> wrong = new ArrayList<>();
        before.below("_journal/").forEach((path, content) -> {
            if (!after.read(path).equals(Optional.of(content))) {
                wrong.add("I3: " + path + " was changed");
            }
        });
        before.below("_runs/").forEach((path, content) -> {
            if (!after.read(path).orElse(content).equals(content)) {
                wrong.add("I2: " + path + " was changed");
            }
        });
        return wrong;
    }

    /** Returns what a step did that it must not, or null. */
    static @Nullable String step(World before, Operation operation, World after) {
        if (!operation.kind().writes() || before.equals(after)) {
            return null;
        }
        for (Map.Entry<String, String> entry : before.below("_journal/").entrySet()) {
            if (!after.read(entry.getKey()).equals(Optional.of(entry.getValue()))) {
                return "I3: " + entry.getKey() + " was changed by " + operation;
            }
        }
        String run = Written.run(operation.target());
        boolean isData = operation.kind() == Operation.Kind.DATA_WRITE;
        return isData && new Written(before).manifest(run).isPresent()
                ? "I2: a file of the sealed run " + run + " was written by " + operation
                : null;
    }
}
