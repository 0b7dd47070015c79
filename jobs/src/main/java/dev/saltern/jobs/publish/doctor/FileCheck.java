/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import dev.saltern.jobs.publish.table.FileProblem;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.PartitionDays;
import dev.saltern.jobs.publish.table.PartitionFiles;
import java.util.List;

/** Holds the files of live partitions against the manifests, by name and size. */
final class FileCheck {
    static final String ADVICE = "Run the day again once its raw files or the pipeline have changed, or show an earlier"
            + " state: saltern rollback PIPELINE --date DAY --dry-run";
    private static final String FOREIGN =
            "Its rows are read beside those of the run: move the file away, or show an earlier state";

    private final PartitionFiles files;

    FileCheck(PartitionFiles files) {
        this.files = files;
    }

    List<Finding> findings(LakeTable table) {
        return table.live().stream()
                .flatMap(state -> files.problems(table.name(), state).stream()
                        .map(problem -> finding(table, PartitionDays.text(state.values()), problem)))
                .toList();
    }

    private static Finding finding(LakeTable table, String partition, FileProblem problem) {
        Finding.Kind kind = switch (problem.kind()) {
            case NO_MANIFEST, MISSING -> Finding.Kind.FILES_MISSING;
            case OTHER_MANIFEST, CHANGED, FOREIGN -> Finding.Kind.FILES_CHANGED;
        };
        String advice = problem.kind() == FileProblem.Kind.FOREIGN ? FOREIGN : ADVICE;
        return new Finding(table.name(), kind, partition + ": " + problem.text(), advice);
    }
}
