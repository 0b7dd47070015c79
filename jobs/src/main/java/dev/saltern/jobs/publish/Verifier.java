/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares what readers get with what the journal says. */
final class Verifier {
    private final RowCounter rows;
    private final History history;

    Verifier(RowCounter rows, History history) {
        this.rows = rows;
        this.history = history;
    }

    /**
     * Counts the rows of the partitions that entries changed through the catalog, as any reader would.
     *
     * @param claims entries of tables whose catalog follows them or newer ones
     * @return the counts of each entry
     */
    Map<Claimed, Map<Map<String, String>, Long>> count(List<Claimed> claims) {
        List<Claimed> changing = claims.stream().filter(Claimed::hasChanges).toList();
        if (changing.isEmpty()) {
            return Map.of();
        }
        List<Map<Map<String, String>, Long>> counted =
                rows.count(changing.stream().map(Claimed::wanted).toList());
        Map<Claimed, Map<Map<String, String>, Long>> counts = new HashMap<>();
        for (int i = 0; i < changing.size(); i++) {
            counts.put(changing.get(i), counted.get(i));
        }
        return counts;
    }

    /**
     * Compares what was counted with the journal. Partitions that a newer entry has taken over are left to it.
     *
     * @return the rows of all partitions that the entry published
     * @throws SalternException if a partition has more or fewer rows, or should not be there
     */
    long compare(Claimed claim, Map<Map<String, String>, Long> counted) {
        TableSpec table = claim.table();
        // Read after counting, so that whatever was taken over before the count is known.
        Map<Map<String, String>, PartitionState> states =
                history.newest(table.table()).map(JournalEntry::states).orElse(Map.of());
        long total = 0;
        for (Change change : claim.entry().changes()) {
            long found = counted.getOrDefault(change.values(), 0L);
            PartitionState state = states.get(change.values());
            String location = state == null ? null : state.location();
            boolean isOurs = Objects.equals(location, change.newLocation());
            if (isOurs && found != change.rows()) {
                throw new SalternException(
                        ExitCode.UNSOUND,
                        "Cannot verify " + table + " at version "
                                + claim.entry().version() + ": partition "
                                + change.values() + " has " + found + " rows through the catalog, the journal says "
                                + change.rows());
            }
            total += change.rows();
        }
        return total;
    }
}
