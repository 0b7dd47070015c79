/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.stage.Listings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells why periods are to be run, from the ledger, the names of the files and the pipeline; opens no input file. Thread-safe.
 */
public final class Staleness {
    private final PipelinePlan plan;
    private final InputLedger ledger;
    private final Listings listings;
    private final String codeVersion;

    /**
     * Prepares the questions.
     *
     * @param codeVersion the version of the code that would run
     */
    public Staleness(PipelinePlan plan, InputLedger ledger, Listings listings, String codeVersion) {
        this.plan = plan;
        this.ledger = ledger;
        this.listings = listings;
        this.codeVersion = codeVersion;
    }

    /** Returns what a run of the scope would read. */
    public RunInputs inputs(Scope scope) {
        return RunInputs.list(listings, plan, scope, ledger.late(scope), codeVersion);
    }

    /** Returns whether a run has claimed any period of the scope. */
    public boolean isPublished(Scope scope) {
        return periods(scope).stream().anyMatch(period -> ledger.live(period).isPresent());
    }

    /**
     * Returns why the periods of the scope are to be run; nothing if they hold what a run would publish.
     *
     * @param spared tables in which the scope is not to be looked at, as they do not keep it
     */
    public List<Reason> reasons(Scope scope, Set<String> spared) {
        Map<LocalDate, Manifest> live = new LinkedHashMap<>();
        List<LocalDate> periods = periods(scope);
        periods.forEach(period -> ledger.live(period).ifPresent(run -> live.put(period, run)));
        if (live.isEmpty()) {
            return List.of(new Reason(Reason.Kind.NEW, "never published"));
        }
        List<Reason> reasons = new ArrayList<>();
        incomplete(live, periods.size(), spared).ifPresent(reasons::add);
        Set<String> days =
                new TreeSet<>(periods.stream().map(LocalDate::toString).toList());
        List<InputFile> before = new ArrayList<>();
        live.forEach((period, run) -> run.inputs().stream()
                .filter(file -> file.feeds(period.toString()))
                .forEach(before::add));
        reasons.addAll(FileChanges.between(before, inputs(scope).inputFiles(), days));
        if (live.values().stream().anyMatch(run -> !plan.loaded().fingerprint().equals(run.fingerprint()))) {
            reasons.add(new Reason(Reason.Kind.PIPELINE, "the pipeline has changed"));
        }
        if (live.values().stream().anyMatch(run -> !codeVersion.equals(run.codeVersion()))) {
            reasons.add(new Reason(Reason.Kind.CODE, "the program has changed"));
        }
        return reasons;
    }

    /** Returns whether late rows alone, whatever else may have changed, ask for a period that is live to be opened again. */
    public boolean isTouched(Scope period) {
        return isPublished(period)
                && reasons(period, Set.of()).stream().anyMatch(reason -> reason.kind() == Reason.Kind.LATE);
    }

    /** Returns the reasons without those that are to be ignored. */
    public static List<Reason> without(List<Reason> reasons, Set<Reason.Kind> ignored) {
        Set<Reason.Kind> wanted = EnumSet.allOf(Reason.Kind.class);
        wanted.removeAll(ignored);
        return reasons.stream().filter(reason -> wanted.contains(reason.kind())).toList();
    }

    private Optional<Reason> incomplete(Map<LocalDate, Manifest> live, int periods, Set<String> spared) {
        if (live.size() < periods) {
            return Optional.of(new Reason(
                    Reason.Kind.INCOMPLETE, (periods - live.size()) + " of " + periods + " days never published"));
        }
        Set<String> behind = new TreeSet<>();
        live.forEach((period, run) -> behind.addAll(ledger.behind(period, run)));
        behind.removeAll(spared);
        return behind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        Reason.Kind.INCOMPLETE, String.join(", ", behind) + " not of the same run as the others"));
    }

    private List<LocalDate> periods(Scope scope) {
        Grain grain = plan.pipeline().partitioning().grain();
        return scope.periods(grain);
    }
}
