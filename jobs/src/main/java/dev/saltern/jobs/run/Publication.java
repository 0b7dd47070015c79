/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.beside.SideBySide;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Receipt;
import dev.saltern.jobs.publish.Shown;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.report.RunReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one pipeline on their way to being live. Each table commits on its own, after all of them were sealed and audited: a run
 * that dies between two commits leaves the rest sealed, and the next run with the same input publishes it.
 */
final class Publication {
    private final Publisher publisher;
    private final Scope scope;
    private final IdempotencyKey key;
    private final List<StartedRun> started = new ArrayList<>();
    private final List<SealedRun> passed = new ArrayList<>();
    private final List<SealedRun> all = new ArrayList<>();

    Publication(Publisher publisher, Scope scope, IdempotencyKey key) {
        this.publisher = publisher;
        this.scope = scope;
        this.key = key;
    }

    /** Makes the catalog say what the journal says, and tells how the run has ended already: it is live, or it was complete and is now. */
    Optional<RunReport.Verdict> alreadyDone(PipelinePlan plan, RunLog log) {
        List<TableSpec> known = plan.tables();
        known.forEach(publisher::requireEnd);
        known.forEach(publisher::reconcile);
        if (plan.isComplete() && isLive(known)) {
            return Optional.of(RunReport.Verdict.UP_TO_DATE);
        }
        noteRollbacks(known, log);
        if (plan.isComplete() && resume(known, log)) {
            log.note("An earlier run with the same input was complete but not live: it is published now");
            return Optional.of(RunReport.Verdict.PUBLISHED);
        }
        return Optional.empty();
    }

    /** Returns whether every table already holds what this run would publish. */
    private boolean isLive(Collection<TableSpec> tables) {
        return tables.stream().allMatch(this::isLive);
    }

    /** Notes which tables had been published from just this input and were rolled back: they are about to be so again. */
    private void noteRollbacks(Collection<TableSpec> tables, RunLog log) {
        List<String> taken = tables.stream()
                .flatMap(table -> publisher.published().takenBack(table, key, claim(table)).stream()
                        .map(version -> table.table() + " version " + version))
                .toList();
        if (!taken.isEmpty()) {
            log.note("The same input was published before and rolled back since (" + String.join(", ", taken)
                    + "). A run publishes it again; give saltern rollback again if that was not meant");
        }
    }

    /** Publishes what an earlier run with the same key left sealed; returns false, with nothing done, if a table lacks such a run. */
    private boolean resume(Collection<TableSpec> tables, RunLog log) {
        List<SealedRun> sealed = new ArrayList<>();
        for (TableSpec table : tables) {
            if (!isLive(table)) {
                Optional<SealedRun> run = publisher.sealed(table, key, claim(table));
                if (run.isEmpty()) {
                    return false;
                }
                sealed.add(run.get());
            }
        }
        for (SealedRun run : sealed) {
            log.table(new RunReport.TableLine(
                    run.table().table(),
                    null,
                    0,
                    run.manifest().rows(),
                    0,
                    0,
                    run.manifest().bytes(),
                    null));
            passed.add(run);
        }
        all.addAll(sealed);
        commit(log);
        return true;
    }

    /** Returns the folder to write a table's run to. */
    String begin(TableSpec table) {
        StartedRun run = publisher.begin(table, RunId.create(claim(table), key), key, claim(table));
        started.add(run);
        return run.path();
    }

    /** Seals every table that was begun and audits it; a refusal of one refuses all, and is noted in each audit. */
    void sealAndAudit(RunDescription description, RunLog log) {
        List<SealedRun> sealed = seal(description, log);
        all.addAll(sealed);
        sealed.forEach(run -> compareRows(run, log));
        sealed.forEach(run -> log.sealed(
                run.table().table(),
                run.manifest().partitions().size(),
                run.manifest().bytes()));
        // What the rules and the account say stands against every table of the run: a day is published whole, or not at
        // all.
        AuditInput input = new AuditInput(log.isBalanced(), log.failures());
        for (SealedRun run : sealed) {
            Audit audit = publisher.audit(run, input);
            audit.reasons().stream()
                    .filter(reason -> !log.failures().contains(reason))
                    .forEach(reason -> log.refuse(run.table().table() + ": " + reason));
            passed.add(run);
        }
    }

    /** Seals the tables side by side, in the order in which they were begun; the longest is started first. */
    private List<SealedRun> seal(RunDescription description, RunLog log) {
        List<StartedRun> longestFirst = started.stream()
                .sorted(Comparator.comparingLong(
                                (StartedRun run) -> log.rows(run.table().table()))
                        .reversed())
                .toList();
        List<SealedRun> sealed = SideBySide.each(longestFirst, run -> publisher.seal(run, description));
        return started.stream()
                .map(run -> sealed.get(longestFirst.indexOf(run)))
                .toList();
    }

    /** Returns the runs of the tables that were sealed, whether they passed or not. */
    List<SealedRun> sealed() {
        return List.copyOf(all);
    }

    /** Makes every table that passed live, and then counts the rows of all of them. */
    void commit(RunLog log) {
        List<Shown> shown = new ArrayList<>();
        try {
            passed.forEach(run -> shown.add(publisher.show(run)));
        } catch (SalternException e) {
            try {
                confirm(shown, log);
            } catch (RuntimeException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
        confirm(shown, log);
    }

    private void confirm(List<Shown> shown, RunLog log) {
        for (Receipt receipt : publisher.confirm(shown)) {
            log.published(receipt.table(), receipt.version(), receipt.partitions());
        }
    }

    private void compareRows(SealedRun run, RunLog log) {
        Manifest manifest = run.manifest();
        long counted = log.rows(run.table().table());
        if (manifest.rows() != counted) {
            log.unbalanced(
                    run.table().table() + ": " + counted + " rows written, " + manifest.rows() + " in the footers");
        }
    }

    private boolean isLive(TableSpec table) {
        return publisher.published().live(table, key, claim(table)).isPresent();
    }

    private Claim claim(TableSpec table) {
        return Claim.of(scope, table.partitioning());
    }
}
