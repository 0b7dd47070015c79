/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.FileProblem;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionDays;
import dev.saltern.jobs.publish.table.PartitionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The partitions of a table that are to be compacted.
 *
 * @param looked how many live partitions are in the days that were asked for
 * @param candidates those that have more files than they should, and can be compacted
 * @param notes which of them cannot, and why
 */
record CompactionPlan(int looked, List<Candidate> candidates, List<String> notes) {
    /** Looks at the partitions; reads manifests and names of files. */
    static CompactionPlan of(
            LakeTables tables,
            PartitionFiles files,
            LakeTable table,
            TableSpec spec,
            Optional<Scope> days,
            ByteSize target) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<PartitionState> asked =
                table.live().stream().filter(state -> isIn(state, days)).toList();
        for (PartitionState state : asked) {
            List<FileProblem> problems = files.problems(table.name(), state);
            String name = table.name() + " " + PartitionDays.text(state.values());
            if (!problems.isEmpty()) {
                notes.add(name + " is left alone: " + problems.get(0));
                continue;
            }
            Candidate candidate = files.sealed(table.name(), state)
                    .map(partition -> Candidate.of(state, partition, spec.bucket(), target))
                    .orElseThrow();
            if (candidate.gains() && !hasColumnsOf(tables, table, state, spec)) {
                notes.add(name + " is left alone: it has not all columns of the table. Run the day again instead");
            } else if (candidate.gains()) {
                candidates.add(candidate);
            }
        }
        return new CompactionPlan(asked.size(), candidates, notes);
    }

    private static boolean isIn(PartitionState state, Optional<Scope> days) {
        return days.isEmpty()
                || PartitionDays.of(state.values())
                        .map(own -> !own.to().isBefore(days.get().from())
                                && !own.from().isAfter(days.get().to()))
                        .orElse(true);
    }

    /** A column that was added later would be in the new files and not in the old ones: they would not hold the same rows. */
    private static boolean hasColumnsOf(LakeTables tables, LakeTable table, PartitionState state, TableSpec spec) {
        return tables.manifest(table.name(), LiveRuns.of(state))
                .map(Manifest::schema)
                .filter(spec.schema().json()::equals)
                .isPresent();
    }
}
