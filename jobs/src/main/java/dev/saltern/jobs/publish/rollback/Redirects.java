/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.redirect.Redirect;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ways from the newest entry of one table back to earlier ones. Remembers what it reads; not thread-safe. */
final class Redirects {
    private final JournalEntry newest;
    private final LongFunction<JournalEntry> load;
    private final Map<Long, JournalEntry> read = new HashMap<>();

    /**
     * Prepares the ways of a table.
     *
     * @param load reads a version of its journal
     */
    Redirects(JournalEntry newest, LongFunction<JournalEntry> load) {
        this.newest = newest;
        this.load = load;
    }

    /** Returns the way to all that a version showed. */
    List<Redirect> toVersion(long version) {
        Map<Map<String, String>, PartitionState> now = newest.states();
        Map<Map<String, String>, PartitionState> then = entry(version).states();
        Set<Map<String, String>> all = new LinkedHashSet<>(now.keySet());
        all.addAll(then.keySet());
        return all.stream()
                .map(values -> new Redirect(values, now.get(values), then.get(values)))
                .filter(Redirect::changes)
                .toList();
    }

    /** Returns the way to what the run of an entry had published, in the partitions that it claimed. */
    List<Redirect> toRunOf(JournalEntry run) {
        Map<Map<String, String>, PartitionState> now = newest.states();
        return run.projection().stream()
                .filter(state -> state.version() == run.version())
                .map(state -> new Redirect(state.values(), now.get(state.values()), state))
                .filter(Redirect::changes)
                .toList();
    }

    /** Returns the way to what stood before the run with that key, in the partitions that show it and are asked for. */
    List<Redirect> before(String key, Predicate<Map<String, String>> wanted) {
        return newest.projection().stream()
                .filter(state -> wanted.test(state.values()))
                .filter(state -> entry(state.version()).key().equals(key))
                .map(state -> new Redirect(state.values(), state, stateBefore(state)))
                .toList();
    }

    /** Returns the entry of the run published last among those that the partitions asked for show. */
    Optional<JournalEntry> lastRun(Predicate<Map<String, String>> wanted) {
        return newest.projection().stream()
                .filter(state -> wanted.test(state.values()))
                .map(PartitionState::version)
                .max(Long::compare)
                .map(this::entry);
    }

    private @Nullable PartitionState stateBefore(PartitionState state) {
        return state.version() == 1 ? null : entry(state.version() - 1).states().get(state.values());
    }

    private JournalEntry entry(long version) {
        return version == newest.version() ? newest : read.computeIfAbsent(version, load::apply);
    }
}
