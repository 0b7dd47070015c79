/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Tells a journal that lost its end by the receipts of the newest runs, rollbacks and compactions. The catalog alone cannot always tell: a
 * rollback shows partitions under their earlier versions, and an entry that only removes partitions leaves none.
 */
public final class LostEnd {
    /** How many of the newest runs are asked. */
    private static final int ASKED = 10;

    private final LakeStore lake;
    private final Journal journal;

    /** Prepares the look at the tables of a lake. */
    public LostEnd(LakeStore lake, Journal journal) {
        this.lake = lake;
        this.journal = journal;
    }

    /**
     * Asks the newest runs.
     *
     * @param version the newest of the journal, or 0
     * @return the receipt of the last version that the journal lacks; empty if no run that is asked became a later version
     */
    public Optional<Receipt> receipt(String table, long version) {
        return last(table, newestRuns(table), version);
    }

    /**
     * Passes if the journal ends with the last run that was published. Only runs that began behind that of the newest entry are asked, as
     * a rule none, so that this costs a listing.
     *
     * @throws SalternException with {@link ExitCode#UNSOUND} if its end was lost
     */
    public void requireNone(String table) {
        OptionalLong head = journal.head(table);
        Stream<RunId> runs = newestRuns(table);
        if (head.isPresent()) {
            RunId last = new RunId(journal.load(table, head.getAsLong()).runId());
            runs = runs.filter(run -> RunId.BY_START.compare(run, last) > 0);
        }
        last(table, runs, head.orElse(0)).ifPresent(receipt -> {
            throw new SalternException(ExitCode.UNSOUND, told(receipt, head.orElse(0)) + ". " + advice(table));
        });
    }

    /** Returns what a receipt says against a journal that ends at the version, or has none if that is 0. */
    public static String told(Receipt receipt, long version) {
        return receipt.runId() + " was published as version " + receipt.version() + ", the journal "
                + (version == 0 ? "has none" : "ends at " + version);
    }

    /** Returns what to do about a journal that has lost its end. */
    public String advice(String table) {
        return "The end of the journal was lost: restore " + lake.location("_journal/" + table)
                + " from a backup, and publish nothing before";
    }

    private Stream<RunId> newestRuns(String table) {
        List<RunId> runs = RunFolder.runs(lake, table);
        return runs.subList(Math.max(0, runs.size() - ASKED), runs.size()).stream();
    }

    private Optional<Receipt> last(String table, Stream<RunId> runs, long version) {
        return runs.flatMap(run -> new RunFolder(lake, table, run).read(RunFolder.RECEIPT, Receipt.class).stream())
                .filter(receipt -> receipt.version() > version)
                .max(Comparator.comparingLong(Receipt::version))
                // A run may have been published since the journal was read.
                .filter(receipt -> receipt.version() > journal.head(table).orElse(0));
    }
}
