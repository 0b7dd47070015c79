/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.audit;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.PartitionPath;
import dev.saltern.jobs.publish.run.SealedPartition;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructField;

/** Judges sealed runs. It reads the manifest and the catalog and changes neither. */
public final class Auditor {
    private final Catalog catalog;

    /** Creates an auditor that compares schemas with those of the catalog. */
    public Auditor(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Returns the verdict: a fail if the row account does not balance, a rule refused the output, a partition is null or outside the
     * claim, the table would change its buckets, or readers of the table would lose or misread a column. All reasons are listed.
     *
     * @param run the sealed run
     * @param input what the run itself found out
     * @param now the moment to note
     */
    public Audit audit(SealedRun run, AuditInput input, Instant now) {
        List<String> reasons = new ArrayList<>();
        if (!input.accountBalances()) {
            reasons.add("The row account does not balance");
        }
        reasons.addAll(input.failures());
        reasons.addAll(strayPartitions(run.manifest()));
        reasons.addAll(schemaProblems(run.table()));
        if (reasons.isEmpty()) {
            return new Audit(Audit.Verdict.PASS, reasons, now, ExitCode.DONE);
        }
        ExitCode exitCode = input.accountBalances() ? ExitCode.QUALITY_GATE : ExitCode.UNBALANCED_ACCOUNT;
        return new Audit(Audit.Verdict.FAIL, reasons, now, exitCode);
    }

    private static List<String> strayPartitions(Manifest manifest) {
        Set<Map<String, String>> claimed = new HashSet<>(manifest.claimed());
        List<String> reasons = new ArrayList<>();
        for (SealedPartition partition : manifest.partitions()) {
            if (partition.values().containsValue(PartitionPath.NULL)) {
                reasons.add(
                        partition.rows() + " rows have no value in the partition column (" + partition.path() + ")");
            } else if (!claimed.contains(partition.values())) {
                reasons.add("Partition " + partition.path() + " with " + partition.rows()
                        + " rows is outside the claimed scope " + manifest.scope());
            }
        }
        return reasons;
    }

    private List<String> schemaProblems(TableSpec table) {
        List<String> reasons = new ArrayList<>();
        for (StructField field : table.schema().fields()) {
            if (field.name().contains(",")) {
                reasons.add("Column `" + field.name() + "` has a comma in its name, which the catalog cannot hold");
            }
        }
        catalog.find(table).ifPresent(known -> reasons.addAll(known.problems(table)));
        return reasons;
    }
}
