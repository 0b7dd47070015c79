/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.DataFiles;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionDays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of live partitions, run by run, and compares their checksums with those that were sealed. */
final class RowCheck {
    private final DataFiles data;
    private final LakeTables tables;

    RowCheck(DataFiles data, LakeTables tables) {
        this.data = data;
        this.tables = tables;
    }

    List<Finding> findings(LakeTable table, TableSpec spec) {
        Map<RunId, List<PartitionState>> byRun = new LinkedHashMap<>();
        table.live()
                .forEach(state -> byRun.computeIfAbsent(LiveRuns.of(state), run -> new ArrayList<>())
                        .add(state));
        List<Finding> findings = new ArrayList<>();
        byRun.forEach((run, states) -> tables.manifest(table.name(), run)
                .ifPresent(manifest -> findings.addAll(compare(spec, run, manifest, states))));
        return findings;
    }

    private List<Finding> compare(TableSpec spec, RunId run, Manifest manifest, List<PartitionState> states) {
        // A run may have fewer columns than the table has by now.
        Optional<TableSpec> written = spec.asIn(manifest);
        if (written.isEmpty()) {
            return List.of(changed(spec, "run " + run + " was cut by other columns than the table"));
        }
        try {
            Map<Map<String, String>, DataFiles.Sum> sums = data.sums(written.get(), folder(spec, states.get(0)));
            return states.stream()
                    .flatMap(state -> difference(spec, state, Optional.ofNullable(sums.get(state.values()))).stream())
                    .toList();
        } catch (Exception e) {
            // Whatever Spark throws on a file that is not whole Parquet, checked exceptions among it, is what is looked
            // for.
            return List.of(changed(spec, "run " + run + " cannot be read: " + firstLine(e)));
        }
    }

    /** The partitions of a run all lie in its folder, or all in one below. */
    private static String folder(TableSpec spec, PartitionState state) {
        String location = String.valueOf(state.location());
        for (int i = 0; i < spec.partitionColumns().size(); i++) {
            location = location.substring(0, location.lastIndexOf('/'));
        }
        return location;
    }

    private static Optional<Finding> difference(TableSpec spec, PartitionState state, Optional<DataFiles.Sum> sum) {
        String name = PartitionDays.text(state.values());
        long rows = sum.map(DataFiles.Sum::rows).orElse(0L);
        if (rows != state.rows()) {
            return Optional.of(changed(spec, name + " has " + rows + " rows, sealed were " + state.rows()));
        }
        boolean same = rows == 0 || sum.map(DataFiles.Sum::checksum).equals(Optional.of(state.checksum()));
        return same ? Optional.empty() : Optional.of(changed(spec, name + " has other rows than were sealed"));
    }

    private static Finding changed(TableSpec spec, String text) {
        return new Finding(spec.table(), Finding.Kind.ROWS_CHANGED, text, FileCheck.ADVICE);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
