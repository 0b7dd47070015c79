/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.StartedRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One run of some days, as a pipeline does it.
 *
 * @param number orders the runs by their start
 * @param scope the days that it claims
 * @param input what it reads; runs with the same input write the same rows
 * @param rows the rows of each day that it writes
 * @param sabotage how its stores are broken
 * @param reconciles whether it reconciles first, as the product does
 * @param audit what it found out about its rows
 */
record Day(
        int number,
        Scope scope,
        String input,
        SortedMap<String, List<String>> rows,
        UnaryOperator<Stores> sabotage,
        boolean reconciles,
        AuditInput audit)
        implements Program {
    /** Returns a run over the days from the first to the last, with rows such as {@code "2026-01-31: a b"}. */
    static Day of(int number, String from, String to, String input, String... days) {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (String day : days) {
            String[] parts = day.split(": ", 2);
            rows.put(parts[0], List.of(parts[1].split(" ", -1)));
        }
        Scope scope = new Scope(LocalDate.parse(from), LocalDate.parse(to));
        return new Day(number, scope, input, rows, UnaryOperator.identity(), true, AuditInput.CLEAN);
    }

    /** Returns the same run, started as another process, later. */
    Day again(int other) {
        return new Day(other, scope, input, rows, sabotage, reconciles, audit);
    }

    /** Returns the same run with a flaw. */
    Day broken(UnaryOperator<Stores> how) {
        return new Day(number, scope, input, rows, how, reconciles, audit);
    }

    /** Returns the same run by a process that does not reconcile. */
    Day withoutReconcile() {
        return new Day(number, scope, input, rows, sabotage, false, audit);
    }

    /** Returns the same run with rows that must not be published. */
    Day refused() {
        return new Day(number, scope, input, rows, sabotage, reconciles, new AuditInput(true, List.of("too few rows")));
    }

    Claim claim() {
        return Claim.of(scope, Desk.TABLE.partitioning());
    }

    IdempotencyKey key() {
        return IdempotencyKey.of(List.of(new InputFile("raw", 1, input)), "1", "f", scope.toString());
    }

    @Override
    public RunId runId() {
        return id(claim().text() + "-" + key().sha256().substring(0, 8), number);
    }

    /** Returns the name of a process. */
    static RunId id(String start, int number) {
        return new RunId(start + "-01KG3Z5YV0Q4M7T2B8D6N9R1" + (char) ('A' + number / 10) + number % 10);
    }

    @Override
    public Step first() {
        return reconciles ? new Reconciling(this) : new Looking(this);
    }

    /** Makes the catalog follow. */
    private record Reconciling(Day day) implements Step {
        @Override
        public Object run(Desk desk) {
            desk.publisher.reconcile(Desk.TABLE);
            return new Looking(day);
        }
    }

    /** Looks for what is live or left. */
    private record Looking(Day day) implements Step {
        @Override
        public Object run(Desk desk) {
            Publisher publisher = desk.publisher;
            if (publisher.published().live(Desk.TABLE, day.key(), day.claim()).isPresent()) {
                return ExitCode.DONE;
            }
            Optional<SealedRun> left = publisher.sealed(Desk.TABLE, day.key(), day.claim());
            return left.isPresent() ? new Committing(left.get()) : new Writing(day);
        }
    }

    /** Writes, seals and audits. */
    private record Writing(Day day) implements Step {
        @Override
        public Object run(Desk desk) {
            StartedRun started = desk.publisher.begin(Desk.TABLE, day.runId(), day.key(), day.claim());
            day.write(desk, Lake.runPath(Desk.TABLE.table(), started.runId()));
            SealedRun sealed = desk.publisher.seal(
                    started, new RunDescription("p", "1", "f", List.of(new InputFile("raw", 1, day.input)), Map.of()));
            desk.publisher.audit(sealed, day.audit);
            return new Committing(sealed);
        }
    }

    /** Publishes. */
    private record Committing(SealedRun run) implements Step {
        @Override
        public Object run(Desk desk) {
            return new Completing(run, desk.publisher.enter(run));
        }
    }

    /** Makes readers see it. */
    private record Completing(SealedRun run, JournalEntry entry) implements Step {
        @Override
        public Object run(Desk desk) {
            desk.publisher.complete(run, entry);
            // What the publisher does itself where one object goes all the way: this one did not begin the run.
            desk.leases.release(Desk.TABLE.table(), run.manifest().runId());
            return ExitCode.DONE;
        }
    }

    /** A file per row: a crash in between leaves a part. The last one is a step that others can come before. */
    private void write(Desk desk, String folder) {
        rows.forEach((day, values) -> {
            for (int i = 0; i < values.size(); i++) {
                boolean isLast = day.equals(rows.lastKey()) && i == values.size() - 1;
                desk.rows.write(folder + "/dt=" + day + "/part-" + i, values.get(i) + "\n", !isLast);
            }
        });
    }

    @Override
    public String toString() {
        return "run " + number + " of " + claim().text() + " from " + input;
    }
}
