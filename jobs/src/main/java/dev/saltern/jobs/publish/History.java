/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

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

    /** Returns a claimed partition that a run with another key, started later than this one, claimed last; or empty. */
    Optional<PartitionState> conflict(Manifest run, JournalEntry newest) {
        return last(newest, run.claimed()).stream()
                .filter(state -> RunId.BY_START.compare(new RunId(state.runId()), run.runId()) > 0)
                .filter(state -> !journal.load(run.table(), state.version())
                        .key()
                        .equals(run.key().sha256()))
                .findFirst();
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
