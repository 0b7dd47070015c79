/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.redirect.Redirection;
import dev.saltern.jobs.publish.redirect.Redirector;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.SealedPartition;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionDays;
import dev.saltern.jobs.publish.table.PartitionFiles;
import dev.saltern.jobs.run.FileSizing;
import dev.saltern.jobs.run.Progress;
import dev.saltern.jobs.write.CheckedWrite;
import dev.saltern.jobs.write.TableLayout;
import dev.saltern.jobs.write.WritePlan;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.RuleBook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes partitions anew and points readers at the new files.
 *
 * <p>A compaction claims nothing and changes no row: it is sealed and audited like a run, and refused unless each partition has the rows
 * and the checksum that the journal says. The partition then keeps its run and its version, and so its idempotency key; only its location
 * is another.
 */
public final class Compaction {
    /** Partitions that are written and committed together: what a killed compaction has to do again at most. */
    private static final int MAX_PARTITIONS = 31;

    private final SparkSession session;
    private final Stores stores;
    private final Publisher publisher;
    private final Redirector redirector;
    private final LakeTables tables;
    private final PartitionFiles files;
    private final Progress progress;
    private final boolean dryRun;
    private final List<CompactReport.TableLine> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Prepares a compaction by a session whose catalog holds the tables. */
    public Compaction(SparkSession session, Stores stores, LakeTables tables, Progress progress, boolean dryRun) {
        this.session = session;
        this.stores = stores;
        this.publisher = new Publisher(stores, InstantSource.system());
        this.redirector = new Redirector(stores, publisher, InstantSource.system());
        this.tables = tables;
        this.files = new PartitionFiles(stores.lake(), tables);
        this.progress = progress;
        this.dryRun = dryRun;
    }

    /**
     * Compacts a table.
     *
     * @param days which days, or empty for all
     * @param target how large a file is to become
     * @param ratio bytes of a file for each byte of the shuffle before it
     */
    public void compact(LakeTable table, String database, Optional<Scope> days, ByteSize target, double ratio) {
        if (table.requireSound().newest().isEmpty()) {
            notes.add("Nothing of " + table.name() + " is published yet");
            return;
        }
        TableSpec spec = table.spec(database, stores.catalog());
        CompactionPlan plan = CompactionPlan.of(tables, files, table, spec, days, target);
        notes.addAll(plan.notes());
        Outcome outcome = new Outcome();
        if (!dryRun && !plan.candidates().isEmpty()) {
            publisher.requireEnd(spec);
            TableLayout layout = new TableLayout(
                    spec.partitionColumns(), spec.bucket(), FileSizing.shuffledBytes(target, ratio), null);
            for (int from = 0; from < plan.candidates().size(); from += MAX_PARTITIONS) {
                int to = Math.min(plan.candidates().size(), from + MAX_PARTITIONS);
                try {
                    compact(
                            tables.load(table.name()),
                            spec,
                            layout,
                            plan.candidates().subList(from, to),
                            outcome);
                } finally {
                    publisher.abandon();
                }
            }
        }
        lines.add(line(table, plan, outcome));
    }

    /** Returns what was done so far. */
    public CompactReport report() {
        return new CompactReport(dryRun, lines, notes);
    }

    private void compact(
            LakeTable table, TableSpec spec, TableLayout layout, List<Candidate> candidates, Outcome outcome) {
        progress.begins("compacting " + table.name() + ": " + candidates.size()
                + (candidates.size() == 1 ? " partition" : " partitions"));
        List<Redirect> known = candidates.stream()
                .map(candidate -> new Redirect(candidate.state().values(), candidate.state(), candidate.state()))
                .toList();
        Redirection name = Redirection.of(EntryKind.COMPACTION, table, "compaction", known);
        // The rows have the columns that their own run was let in with, also where the table's are wider.
        StartedRun started = publisher.begin(spec.allowingChanges(), name.id(), name.key(), name.claim());
        new CheckedWrite(
                        RuleBook.compile(List.of(), spec.schema()),
                        spec.schema(),
                        layout,
                        WritePlan.WRITE_FIRST,
                        Evidence.NONE)
                .write(LiveRows.read(session, stores.lake(), spec, candidates), started.path());
        SealedRun sealed = publisher.seal(started, description(table));
        List<Redirect> redirects = new ArrayList<>();
        Audit audit = publisher.audit(sealed, new AuditInput(true, differences(sealed, candidates, redirects)));
        if (!audit.hasPassed()) {
            throw new SalternException(
                    ExitCode.INTERNAL,
                    "Cannot compact " + spec + ": " + String.join("; ", audit.reasons())
                            + ". Nothing was changed; saltern doctor --deep tells whether the old files are whole");
        }
        outcome.version = redirector.redirect(
                spec,
                new Redirection(
                        EntryKind.COMPACTION,
                        name.id(),
                        name.key(),
                        name.claim().text(),
                        redirects));
        publisher.release(sealed);
        sealed.manifest()
                .partitions()
                .forEach(partition -> outcome.files += partition.files().size());
        outcome.bytes += sealed.manifest().bytes();
    }

    /** What the last run has fixed holds on, also when its own folder is gone. */
    private static RunDescription description(LakeTable table) {
        Manifest last = table.manifest().orElseThrow();
        return new RunDescription(
                last.pipeline(), last.codeVersion(), String.valueOf(last.fingerprint()), last.inputs(), last.fixed());
    }

    private static List<String> differences(SealedRun sealed, List<Candidate> candidates, List<Redirect> redirects) {
        Map<Map<String, String>, SealedPartition> written = new LinkedHashMap<>();
        sealed.manifest().partitions().forEach(partition -> written.put(partition.values(), partition));
        List<String> differences = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PartitionState old = candidate.state();
            SealedPartition partition = written.get(old.values());
            if (partition == null
                    || partition.rows() != old.rows()
                    || !partition.checksum().equals(old.checksum())) {
                differences.add("The new files of " + PartitionDays.text(old.values())
                        + " do not hold the rows that were sealed: " + old.rows() + " rows then, "
                        + (partition == null ? 0 : partition.rows()) + " now");
            } else {
                redirects.add(new Redirect(old.values(), old, moved(old, sealed.location(partition))));
            }
        }
        return differences;
    }

    private static PartitionState moved(PartitionState old, String location) {
        return new PartitionState(old.values(), location, old.rows(), old.checksum(), old.runId(), old.version());
    }

    private CompactReport.TableLine line(LakeTable table, CompactionPlan plan, Outcome outcome) {
        List<Candidate> candidates = plan.candidates();
        return new CompactReport.TableLine(
                table.name(),
                outcome.version,
                plan.looked(),
                candidates.size(),
                candidates.stream()
                        .mapToLong(candidate -> candidate.state().rows())
                        .sum(),
                candidates.stream()
                        .mapToInt(candidate -> candidate.sealed().files().size())
                        .sum(),
                dryRun ? candidates.stream().mapToInt(Candidate::wantedFiles).sum() : outcome.files,
                candidates.stream().mapToLong(Candidate::bytes).sum(),
                dryRun ? null : outcome.bytes);
    }

    private static final class Outcome {
        private @Nullable Long version;
        private int files;
        private long bytes;
    }
}
