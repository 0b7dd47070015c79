/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The input files of each live period, as journals and manifests have them at one moment: there is no other book to keep in step with
 * them. Reads one entry for each table, and one manifest for each run that is asked about. Thread-safe.
 */
public final class InputLedger {
    private final Publisher publisher;
    private final PipelinePlan plan;
    private final Partitioning partitioning;
    private final Map<String, Map<Map<String, String>, PartitionState>> states = new HashMap<>();
    private final Map<String, Optional<Manifest>> manifests = new ConcurrentHashMap<>();

    private InputLedger(Publisher publisher, PipelinePlan plan) {
        this.publisher = publisher;
        this.plan = plan;
        this.partitioning = plan.pipeline().partitioning();
        for (TableSpec table : plan.tables()) {
            states.put(
                    table.table(),
                    publisher
                            .published()
                            .newest(table.table())
                            .map(JournalEntry::states)
                            .orElse(Map.of()));
        }
    }

    /** Opens the ledger as it is. */
    public static InputLedger of(Publisher publisher, PipelinePlan plan) {
        return new InputLedger(publisher, plan);
    }

    /**
     * Returns the run that claimed the period last, in the eyes of the table that commits last; empty if none did. Where that table keeps
     * the period no longer, the others tell.
     */
    public Optional<Manifest> live(LocalDate period) {
        Optional<PartitionState> last = state(plan.quarantine(), period);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Manifest> run = manifest(plan.quarantine(), last.get());
        boolean dropped = run.map(InputLedger::isRetention).orElse(false);
        if (run.isPresent() && !dropped) {
            return run;
        }
        String key = keyOf(last.get().runId());
        return plan.tables().stream()
                .flatMap(table -> state(table, period)
                        .filter(state -> dropped || keyOf(state.runId()).equals(key))
                        .flatMap(state -> manifest(table, state))
                        .stream())
                .filter(found -> !isRetention(found))
                .findFirst();
    }

    /** Returns the tables that hold the period from another run than the one that claimed it last, or not at all. */
    public Set<String> behind(LocalDate period, Manifest run) {
        Set<String> behind = new TreeSet<>();
        for (TableSpec table : plan.tables()) {
            boolean same = state(table, period)
                    .filter(state ->
                            keyOf(state.runId()).equals(keyOf(run.runId().text())))
                    .isPresent();
            if (!same) {
                behind.add(table.table());
            }
        }
        return behind;
    }

    /** Returns the files of later periods in which runs that are live found late rows of the scope, with the periods of the scope. */
    public List<InputFile> late(Scope scope) {
        Grain grain = partitioning.grain();
        List<InputFile> late = new ArrayList<>();
        if (partitioning.lookback() == 0) {
            return late;
        }
        Set<String> periods = new TreeSet<>(
                scope.periods(grain).stream().map(LocalDate::toString).toList());
        LocalDate arrival = scope.to();
        for (int i = 0; i < partitioning.lookback(); i++) {
            arrival = grain.next(arrival);
            String day = arrival.toString();
            live(arrival).map(Manifest::inputs).orElse(List.of()).stream()
                    .filter(file -> day.equals(file.period()))
                    .map(file -> of(file, periods))
                    .filter(file -> !file.late().isEmpty())
                    .forEach(late::add);
        }
        return late;
    }

    private static InputFile of(InputFile file, Set<String> periods) {
        List<String> late = file.late().stream().filter(periods::contains).toList();
        return new InputFile(file.path(), file.size(), file.version(), file.source(), file.period(), late);
    }

    private Optional<PartitionState> state(TableSpec table, LocalDate period) {
        return Optional.ofNullable(states.getOrDefault(table.table(), Map.of())
                .get(table.partitioning().values(period)));
    }

    private Optional<Manifest> manifest(TableSpec table, PartitionState state) {
        return manifests.computeIfAbsent(
                state.runId(), run -> publisher.published().manifest(table.table(), new RunId(run)));
    }

    private static boolean isRetention(Manifest run) {
        return Manifest.RETENTION.equals(run.fingerprint());
    }

    /** Returns the start of the key in a run's name, which the runs of all tables of one run of a pipeline share. */
    private static String keyOf(String run) {
        String[] parts = run.split("-", -1);
        return parts[parts.length - 2];
    }
}
