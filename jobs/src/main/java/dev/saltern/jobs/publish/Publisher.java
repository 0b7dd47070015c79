/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.audit.Auditor;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.lease.LeaseKeeper;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.Sealer;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Publishes runs of tables so that readers see a whole partition, old or new, and a crashed, repeated or doubled run loses and doubles
 * nothing.
 *
 * <p>The order of calls: {@link #reconcile}; {@link PublishedRuns#live} (then nothing is to be done); {@link #sealed} (then {@link #commit} at once);
 * {@link #begin}, write Parquet to the path, {@link #seal}, {@link #audit}, {@link #commit}. Every call can be repeated after a crash.
 * Runs of different tables may be sealed by several threads, and those of different processes may overlap.
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
    private final Receipts receipts;

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
        this.receipts = new Receipts(stores.lake(), new Verifier(stores.rows(), history), clock);
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
        entry.ifPresent(newest -> receipts.confirm(List.of(new Claimed(published, newest))));
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
        Audit audit = auditor.audit(run, input, clock.instant().truncatedTo(ChronoUnit.MILLIS));
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
        JournalEntry committed = committer.commit(run);
        Crash.at(CrashPoint.AFTER_COMMIT);
        return committed;
    }

    /** Makes the catalog follow a run that was entered, reads back, counts the rows through the catalog and writes the receipt. */
    public Receipt complete(SealedRun run, JournalEntry committed) {
        return confirm(List.of(show(run, committed))).get(0);
    }

    /**
     * Commits the run to the journal, makes the catalog follow and reads back: readers see it.
     *
     * @return what is still to be {@link #confirm}ed
     * @throws SalternException as {@link #enter} does; any other failure comes after the commit: run again
     */
    public Shown show(SealedRun run) {
        return show(run, enter(run));
    }

    /** Counts the rows of runs of different tables through the catalog, all at once, and writes their receipts. */
    public List<Receipt> confirm(List<Shown> shown) {
        List<Receipt> confirmed = receipts.confirm(shown.stream()
                .map(each -> new Claimed(each.run().table(), each.entry()))
                .toList());
        shown.forEach(each -> release(each.run()));
        return confirmed;
    }

    private Shown show(SealedRun run, JournalEntry committed) {
        applier.apply(run.table());
        Crash.at(CrashPoint.AFTER_APPLY);
        return new Shown(run, committed);
    }

    /** Says that nobody works on the run any more; for runs that are not committed by this publisher. */
    public void release(SealedRun run) {
        leases.release(run.manifest().runId());
    }

    /** Says that nobody works any more on what this publisher began and did not finish: a run ends, however it does. */
    public void abandon() {
        leases.releaseAll();
    }

    /** Returns who tells what earlier runs have published. */
    public PublishedRuns published() {
        return new PublishedRuns(stores.journal(), history, sealer);
    }

    /** Returns the table with the columns of its newest run: those of a run that is still to pass its audit are none of its readers'. */
    private TableSpec asPublished(TableSpec table) {
        return history.newest(table.table())
                .flatMap(entry -> sealer.manifest(table.table(), new RunId(entry.runId())))
                .flatMap(table::asIn)
                .orElse(table);
    }

    private Optional<Audit> audit(SealedRun run) {
        return folder(run).read(RunFolder.AUDIT, Audit.class);
    }

    private RunFolder folder(SealedRun run) {
        return sealer.folder(run.table(), run.manifest().runId());
    }
}
