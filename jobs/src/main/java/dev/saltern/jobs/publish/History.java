/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** Questions to the journal about which run claimed which partitions last. */
final class History {
    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    /** Returns the newest entry of a table, or empty if nothing was ever published. */
    Optional<JournalEntry> newest(String table) {
        OptionalLong head = journal.head(table);
        return head.isPresent() ? Optional.of(journal.load(table, head.getAsLong())) : Optional.empty();
    }

    /** Returns the entry of the one run with that key that claimed all these partitions last, or empty. */
    Optional<JournalEntry> live(String table, IdempotencyKey key, List<Map<String, String>> claimed) {
        return newest(table).flatMap(newest -> live(table, newest, key, claimed));
    }

    /** Answers the same question for a table whose newest entry is known. */
    Optional<JournalEntry> live(
            String table, JournalEntry newest, IdempotencyKey key, List<Map<String, String>> claimed) {
        List<Long> versions = last(newest, claimed).stream()
                .map(state -> state.version())
                .distinct()
                .toList();
        boolean claimedByOne = versions.size() == 1 && newest.states().keySet().containsAll(claimed);
        if (!claimedByOne) {
            return Optional.empty();
        }
        long version = versions.get(0);
        JournalEntry entry = version == newest.version() ? newest : journal.load(table, version);
        return entry.key().equals(key.sha256()) ? Optional.of(entry) : Optional.empty();
    }

    /**
     * Returns the entry of a run with that key that claimed some of these partitions and was rolled back; empty if it is live, or if there
     * never was one behind what is live.
     */
    Optional<JournalEntry> takenBack(String table, IdempotencyKey key, List<Map<String, String>> claimed) {
        Optional<JournalEntry> newest = newest(table);
        long head = newest.map(JournalEntry::version).orElse(0L);
        long live = newest.map(entry -> claimed.stream()
                        .map(entry.states()::get)
                        .mapToLong(state -> state == null ? 0 : state.version())
                        .min()
                        .orElse(0))
                .orElse(0L);
        return LongStream.rangeClosed(live + 1, head)
                .mapToObj(version -> journal.load(table, version))
                .filter(entry -> entry.key().equals(key.sha256()))
                .reduce((older, newer) -> newer);
    }

    /** Returns why the run must not be published behind that entry any more, as half a sentence about a claimed partition; or empty. */
    Optional<String> conflict(Manifest run, JournalEntry newest) {
        return overtaken(run, newest)
                .map(state -> "partition " + state.values() + " was published meanwhile by run " + state.runId()
                        + ", which started later")
                .or(() -> rolledBack(run, newest));
    }

    /** Returns a claimed partition that a run with another key, started later than this one, claimed last; or empty. */
    private Optional<PartitionState> overtaken(Manifest run, JournalEntry newest) {
        return last(newest, run.claimed()).stream()
                .filter(state -> RunId.BY_START.compare(new RunId(state.runId()), run.runId()) > 0)
                .filter(state -> !journal.load(run.table(), state.version())
                        .key()
                        .equals(run.key().sha256()))
                .findFirst();
    }

    /** Whoever rolled a partition back wants to read the earlier rows, and not those of a run that was on its way at that time. */
    private Optional<String> rolledBack(Manifest run, JournalEntry newest) {
        Set<Map<String, String>> claimed = Set.copyOf(run.claimed());
        for (long version = newest.version(); version > run.baseVersion(); version--) {
            JournalEntry entry = version == newest.version() ? newest : journal.load(run.table(), version);
            if (entry.kind() == EntryKind.ROLLBACK) {
                Optional<Change> change = entry.changes().stream()
                        .filter(candidate -> claimed.contains(candidate.values()))
                        .findFirst();
                if (change.isPresent()) {
                    return Optional.of(
                            "partition " + change.get().values() + " was rolled back meanwhile by version " + version);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether the journal names the run; it can do so only behind the version at which the run began. */
    boolean names(Manifest run) {
        String runId = run.runId().text();
        for (long version = journal.head(run.table()).orElse(0); version > run.baseVersion(); version--) {
            if (journal.load(run.table(), version).runId().equals(runId)) {
                return true;
            }
        }
        return false;
    }

    private static List<PartitionState> last(JournalEntry newest, List<Map<String, String>> claimed) {
        Map<Map<String, String>, PartitionState> states = newest.states();
        return claimed.stream().map(states::get).filter(Objects::nonNull).toList();
    }
}
