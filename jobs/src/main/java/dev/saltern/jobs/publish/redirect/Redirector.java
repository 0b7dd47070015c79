/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.redirect;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.Ahead;
import dev.saltern.jobs.publish.Appender;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appends redirections to the journal and makes the catalog follow. Every call can be repeated after a crash. */
public final class Redirector {
    private final Journal journal;
    private final Catalog catalog;
    private final Appender appender;
    private final LakeStore lake;
    private final Publisher publisher;
    private final InstantSource clock;

    /** Creates a redirector for the tables of a publisher. */
    public Redirector(Stores stores, Publisher publisher, InstantSource clock) {
        this.journal = stores.journal();
        this.catalog = stores.catalog();
        this.appender = new Appender(stores);
        this.lake = stores.lake();
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Commits the redirection, applies it, and counts the rows of the redirected partitions through the catalog.
     *
     * @return the version that made it
     * @throws SalternException with {@link ExitCode#CONFLICT} if one of the partitions is not any more as it was when this was decided,
     *     with {@link ExitCode#UNSOUND} if the journal has lost its end; nothing was changed then. Any other failure may come after the commit: the next run makes the catalog follow
     */
    public long redirect(TableSpec table, Redirection redirection) {
        while (true) {
            // The catalog is read first: a journal that is read behind it and ends before it has lost its end.
            Collection<CatalogPartition> shown = catalog.partitions(table).values();
            JournalEntry newest =
                    journal.load(table.table(), journal.head(table.table()).orElseThrow());
            Ahead.require(table.toString(), newest.version(), shown);
            requireUnchanged(table, newest, redirection);
            requireWhole(table, redirection);
            Optional<JournalEntry> appended = appender.append(table.table(), entry(newest, redirection));
            if (appended.isPresent()) {
                publisher.reconcile(table);
                return appended.get().version();
            }
        }
    }

    private static void requireUnchanged(TableSpec table, JournalEntry newest, Redirection redirection) {
        Map<Map<String, String>, PartitionState> states = newest.states();
        for (Redirect redirect : redirection.redirects()) {
            PartitionState found = states.get(redirect.values());
            if (!Objects.equals(found, redirect.from())) {
                throw new SalternException(
                        ExitCode.CONFLICT,
                        "Cannot redirect partition " + redirect.values() + " of " + table + ": "
                                + (found == null ? "it is gone" : "run " + found.runId() + " was published meanwhile")
                                + ". Nothing was changed; look at it again");
            }
        }
    }

    /** What is whole in this moment stays for the grace of the garbage collection, which is longer than the way to the journal. */
    private void requireWhole(TableSpec table, Redirection redirection) {
        redirection.redirects().stream()
                .flatMap(redirect -> Optional.ofNullable(redirect.newLocation()).flatMap(Lake::runAt).stream())
                .distinct()
                .filter(run -> !new RunFolder(lake, table.table(), run).isWhole())
                .findFirst()
                .ifPresent(run -> {
                    throw new SalternException(
                            ExitCode.CONFLICT,
                            "Cannot redirect " + table + " to run " + run
                                    + ": it is marked for removal or gone. Nothing"
                                    + " was changed. Take the mark off with saltern gc --yes --keep-versions and a"
                                    + " number that reaches its version");
                });
    }

    private JournalEntry entry(JournalEntry newest, Redirection redirection) {
        Map<Map<String, String>, PartitionState> states = newest.states();
        List<Change> changes = new ArrayList<>();
        for (Redirect redirect : redirection.redirects()) {
            PartitionState to = redirect.to();
            if (!Objects.equals(redirect.oldLocation(), redirect.newLocation())) {
                changes.add(change(redirect, to));
            }
            if (to == null) {
                states.remove(redirect.values());
            } else {
                states.put(redirect.values(), to);
            }
        }
        return new JournalEntry(
                newest.version() + 1,
                redirection.id().text(),
                redirection.key().sha256(),
                redirection.scope(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                changes,
                List.copyOf(states.values()),
                redirection.kind());
    }

    private static Change change(Redirect redirect, @Nullable PartitionState to) {
        return to == null
                ? new Change(redirect.values(), redirect.oldLocation(), null, 0, "")
                : new Change(redirect.values(), redirect.oldLocation(), to.location(), to.rows(), to.checksum());
    }
}
