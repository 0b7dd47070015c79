/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.audit.Auditor;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.lease.LeaseKeeper;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.Sealer;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes runs of tables so that readers see a whole partition, old or new, and a crashed, repeated or doubled run loses and doubles
 * nothing.
 *
 * <p>The order of calls: {@link #reconcile}; {@link #live} (then nothing is to be done); {@link #sealed} (then {@link #commit} at once);
 * {@link #begin}, write Parquet to the path, {@link #seal}, {@link #audit}, {@link #commit}. Every call can be repeated after a crash.
 * Not thread-safe; runs of different tables and processes may overlap.
 */
public final class Publisher {
    private final Stores stores;
    private final LeaseKeeper leases;
    private final InstantSource clock;
    private final Sealer sealer;
    private final Auditor auditor;
    private final History history;
    private final Committer committer;
    private final Applier applier;
    private final Verifier verifier;

    /**
     * Creates a publisher.
     *
     * @param stores what it reads and changes
     * @param leases says that the runs which are begun are alive
     * @param clock tells the moments that documents note
     */
    public Publisher(Stores stores, LeaseKeeper leases, InstantSource clock) {
        this.stores = stores;
        this.leases = leases;
        this.clock = clock;
        this.sealer = new Sealer(stores.lake(), stores.data(), clock);
        this.auditor = new Auditor(stores.catalog());
        this.history = new History(stores.journal());
        this.committer = new Committer(stores, clock);
        this.applier = new Applier(stores);
        this.verifier = new Verifier(stores.rows(), history);
    }

    /** Creates a publisher that renews its leases by itself. */
    public Publisher(Stores stores, InstantSource clock) {
        this(stores, LeaseKeeper.renewing(new Leases(stores.lake(), clock)), clock);
    }

    /**
     * Makes the catalog say what the journal says, and finishes the newest run if a crash left it committed but unverified.
     *
     * @return the entry that the catalog follows, or empty if nothing was ever published
     */
    public Optional<JournalEntry> reconcile(TableSpec table) {
        TableSpec published = asPublished(table);
        Optional<JournalEntry> entry = applier.apply(published);
        entry.ifPresent(newest -> finish(published, newest));
        return entry;
    }

    /**
     * Passes if the journal of a table ends with the last run that was published; to be asked before the catalog follows that journal.
     *
     * @throws SalternException with {@link ExitCode#UNSOUND} if its end was lost
     */
    public void requireEnd(TableSpec table) {
        new LostEnd(stores.lake(), stores.journal()).requireNone(table.table());
    }

    /** Returns the entry of the run that produced just this and is still live in its whole claim, or empty. */
    public Optional<JournalEntry> live(TableSpec table, IdempotencyKey key, Claim claim) {
        return history.live(table.table(), key, claim.partitions());
    }

    /** Returns the version of a run that produced just this and was rolled back, or empty. */
    public Optional<Long> takenBack(TableSpec table, IdempotencyKey key, Claim claim) {
        return live(table, key, claim).isPresent()
                ? Optional.empty()
                : history.takenBack(table.table(), key, claim.partitions()).map(JournalEntry::version);
    }

    /**
     * Returns a run that produced just this, passed its audit and never came to its commit; empty if there is none, if its files are not
     * those that were sealed, or if a run that started later has published meanwhile.
     */
    public Optional<SealedRun> sealed(TableSpec table, IdempotencyKey key, Claim claim) {
        Optional<JournalEntry> newest = history.newest(table.table());
        Optional<SealedRun> found = sealer.findAll(table, key).stream()
                .filter(run -> run.manifest().claimed().equals(claim.partitions()))
                .filter(run -> run.manifest().schema().equals(table.schema().json()))
                .filter(run -> audit(run).map(Audit::hasPassed).orElse(false))
                .filter(run -> !history.names(run.manifest()))
                .filter(run -> newest.flatMap(entry -> history.conflict(run.manifest(), entry))
                        .isEmpty())
                .filter(run -> folder(run).isWhole())
                .filter(sealer::intact)
                .reduce((older, newer) -> newer);
        found.ifPresent(run -> leases.hold(table.table(), run.manifest().runId()));
        return found;
    }

    /**
     * Returns a folder for the run to write to, by path and with the mode ErrorIfExists; nothing is created yet but its lease.
     *
     * @throws SalternException if the run has a folder already
     */
    public StartedRun begin(TableSpec table, RunId runId, IdempotencyKey key, Claim claim) {
        RunFolder folder = sealer.folder(table, runId);
        if (folder.exists()) {
            throw new SalternException(
                    ExitCode.INTERNAL, "Cannot begin run " + runId + " of " + table + ": its folder exists already");
        }
        leases.hold(table.table(), runId);
        long base = stores.journal().head(table.table()).orElse(0);
        return new StartedRun(table, runId, key, claim, base, folder.location());
    }

    /**
     * Closes the run: its files are listed, counted and summed up in a manifest, and never change again.
     *
     * @throws SalternException if a file is not whole or does not hold the table's columns
     */
    public SealedRun seal(StartedRun run, RunDescription description) {
        Crash.at(CrashPoint.AFTER_WRITE);
        SealedRun sealed = sealer.seal(run, description);
        Crash.at(CrashPoint.AFTER_SEAL);
        return sealed;
    }

    /** Judges the run and writes the verdict beside its manifest; a verdict that stands already is kept. Nothing else changes. */
    public Audit audit(SealedRun run, AuditInput input) {
        Audit audit = auditor.audit(run, input, now());
        folder(run).writeOnce(RunFolder.AUDIT, audit);
        Crash.at(CrashPoint.AFTER_AUDIT);
        Audit standing = audit(run).orElse(audit);
        if (!standing.hasPassed()) {
            leases.release(run.manifest().runId());
        }
        return standing;
    }

    /**
     * Commits the run to the journal, makes the catalog follow, reads back, counts the rows through the catalog and writes the receipt.
     *
     * @throws SalternException as {@link #enter} does; any other failure comes after the commit: run again
     */
    public Receipt commit(SealedRun run) {
        return complete(run, enter(run));
    }

    /**
     * Commits the run to the journal, and does nothing else: readers do not see it yet.
     *
     * @return the entry of the run, or of one with the same key that came first and is live
     * @throws SalternException with {@link ExitCode#CONFLICT} if a run that started later has published in the same scope, with the
     *     audit's exit code if it did not pass; nothing was changed then. With {@link ExitCode#STEP_FAILED} if it cannot be told
     *     whether it is committed
     */
    public JournalEntry enter(SealedRun run) {
        requirePassed(run);
        JournalEntry committed = committer.commit(run);
        Crash.at(CrashPoint.AFTER_COMMIT);
        return committed;
    }

    /** Makes the catalog follow a run that was entered, reads back, counts the rows through the catalog and writes the receipt. */
    public Receipt complete(SealedRun run, JournalEntry committed) {
        applier.apply(run.table());
        Crash.at(CrashPoint.AFTER_APPLY);
        Receipt receipt = finish(run.table(), committed);
        leases.release(run.manifest().runId());
        Crash.at(CrashPoint.AFTER_RECEIPT);
        return receipt;
    }

    /** Says that nobody works on the run any more; for runs that are not committed by this publisher. */
    public void release(SealedRun run) {
        leases.release(run.manifest().runId());
    }

    /** Says that nobody works any more on what this publisher began and did not finish: a run ends, however it does. */
    public void abandon() {
        leases.releaseAll();
    }

    /** Returns what the newest live run of a table has fixed for later runs; empty if nothing was ever published. */
    public Map<String, String> fixed(String table) {
        return history.newest(table)
                .flatMap(LiveRuns::newest)
                .flatMap(run -> sealer.manifest(table, run))
                .map(Manifest::fixed)
                .orElse(Map.of());
    }

    /** Returns the newest entry of a table's journal, or empty if nothing was ever published. */
    public Optional<JournalEntry> newest(String table) {
        return history.newest(table);
    }

    /** Returns what a run wrote to a table, or empty if it was never sealed or is gone. */
    public Optional<Manifest> manifest(String table, RunId run) {
        return sealer.manifest(table, run);
    }

    /** Returns what the newest run before this one wrote to its table, or empty if there was none or it is gone. */
    public Optional<Manifest> before(SealedRun run) {
        String table = run.table().table();
        long base = run.manifest().baseVersion();
        return base == 0
                ? Optional.empty()
                : stores.journal().find(table, base).flatMap(entry -> sealer.manifest(table, new RunId(entry.runId())));
    }

    /** Returns how many of the claimed partitions are live, by the journal: those that a run with this claim replaces or removes. */
    public int livePartitions(TableSpec table, Claim claim) {
        Map<Map<String, String>, PartitionState> states =
                history.newest(table.table()).map(JournalEntry::states).orElse(Map.of());
        return (int) claim.partitions().stream()
                .map(states::get)
                .filter(state -> state != null && state.location() != null)
                .count();
    }

    /** Returns the table with the columns of its newest run: those of a run that is still to pass its audit are none of its readers'. */
    private TableSpec asPublished(TableSpec table) {
        return history.newest(table.table())
                .flatMap(entry -> sealer.manifest(table.table(), new RunId(entry.runId())))
                .flatMap(table::asIn)
                .orElse(table);
    }

    /** Verifies a committed run and writes its receipt, unless that was done. */
    private Receipt finish(TableSpec table, JournalEntry entry) {
        RunFolder folder = sealer.folder(table, new RunId(entry.runId()));
        return folder.read(RunFolder.RECEIPT, Receipt.class).orElseGet(() -> {
            Receipt receipt = Receipt.of(table, entry, verifier.verify(table, entry), now());
            folder.writeOnce(RunFolder.RECEIPT, receipt);
            return receipt;
        });
    }

    private void requirePassed(SealedRun run) {
        String reason = audit(run)
                .filter(audit -> !audit.hasPassed())
                .map(audit -> String.join("; ", audit.reasons()))
                .orElse("it was not audited");
        ExitCode exitCode = audit(run).map(Audit::exitCode).orElse(ExitCode.INTERNAL);
        if (exitCode != ExitCode.DONE) {
            throw new SalternException(
                    exitCode, "Cannot publish run " + run.manifest().runId() + " of " + run.table() + ": " + reason);
        }
    }

    private Optional<Audit> audit(SealedRun run) {
        return folder(run).read(RunFolder.AUDIT, Audit.class);
    }

    private RunFolder folder(SealedRun run) {
        return sealer.folder(run.table(), run.manifest().runId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
