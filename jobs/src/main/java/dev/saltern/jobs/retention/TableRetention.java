/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.retention;

import dev.saltern.conf.Retention;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The partitions of a table that its retention drops.
 *
 * @param table the table
 * @param retention how long it keeps its partitions
 * @param firstKept the first day that it keeps
 * @param live how many partitions are live
 * @param dropped those that go, the oldest first
 * @param spared how many are old enough but stay, for there would be too few left
 */
record TableRetention(
        TableSpec table, Retention retention, LocalDate firstKept, int live, List<DatedPartition> dropped, int spared) {
    /** So many partitions stay, however old: a pipeline that came to a halt must not lose its table. */
    static final int FLOOR = 7;

    /** More than this share of the live partitions at once is a typo more often than a wish. */
    static final double MAX_SHARE = 0.25;

    /** Returns what goes on a day; a partition that names no period stays. */
    static TableRetention of(TableSpec table, Retention retention, Collection<PartitionState> states, LocalDate today) {
        LocalDate firstKept = retention.firstKept(today);
        List<DatedPartition> live = states.stream()
                .filter(state -> state.location() != null)
                .map(state -> DatedPartition.of(table.partitioning(), state.values()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DatedPartition::first))
                .toList();
        long old = live.stream()
                .filter(partition -> partition.last().isBefore(firstKept))
                .count();
        int dropped = (int) Math.min(old, Math.max(0, live.size() - FLOOR));
        return new TableRetention(
                table, retention, firstKept, live.size(), live.subList(0, dropped), (int) old - dropped);
    }

    /** Returns whether so much goes at once that somebody must have meant it. */
    boolean needsConfirmation() {
        return dropped.size() > MAX_SHARE * live;
    }
}
