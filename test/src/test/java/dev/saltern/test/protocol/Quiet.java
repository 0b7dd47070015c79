/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** What must hold when no process is running any more, and behind the runs that come then. */
final class Quiet {
    private final Scenario scenario;
    private final boolean isForeign;
    private final BiFunction<Program, World, Alone.End> runner;
    private final Set<World> checked = new HashSet<>();

    private int calls;
    private long nanos;

    /**
     * Prepares for a scenario.
     *
     * @param isForeign whether others change the catalog meanwhile
     */
    Quiet(Scenario scenario, boolean isForeign) {
        this(scenario, isForeign, Alone::run);
    }

    /**
     * Prepares for a scenario on other stores.
     *
     * @param runner runs a program that nobody disturbs
     */
    Quiet(Scenario scenario, boolean isForeign, BiFunction<Program, World, Alone.End> runner) {
        this.scenario = scenario;
        this.isForeign = isForeign;
        this.runner = runner;
    }

    /** Returns how many calls of stores it took to make the table right behind the last new end. */
    int calls() {
        return calls;
    }

    /** Returns how long that took. */
    long nanos() {
        return nanos;
    }

    /** Returns whether the clock may go on: no process is between its last look and what it does upon it. */
    boolean mayHappen(Schedule schedule, Operation operation) {
        if (!operation.target().equals("a tick")) {
            return true;
        }
        return schedule.points.stream().noneMatch(point -> point != null && isUpon(point.pending));
    }

    private static boolean isUpon(@org.jspecify.annotations.Nullable Operation pending) {
        return pending != null
                && (pending.kind() == Operation.Kind.CATALOG_CHANGE
                        || pending.target().startsWith("_journal/")
                        || pending.target().startsWith("_leases/")
                        || pending.target().endsWith("/_condemned.json"));
    }

    boolean mayFail(Publishing.Point point) {
        return point.process().program() instanceof Day;
    }

    /** A reader has to find what it was promised, and who is alone has no excuse. */
    boolean mayNotFail(Program program) {
        return program instanceof Reader;
    }

    /** Returns what is wrong with an end, each in one line. */
    List<String> problems(Schedule end) {
        return problems(
                end.world,
                end.points.stream()
                        .map(point -> point == null ? ExitCode.INTERRUPTED : point.exit)
                        .toList());
    }

    /**
     * Returns what is wrong with an end, each in one line.
     *
     * @param exits how each process has ended; a death is an interruption
     */
    List<String> problems(World end, List<ExitCode> exits) {
        List<String> wrong = new ArrayList<>();
        boolean isClean = true;
        for (int i = 0; i < exits.size(); i++) {
            ExitCode exit = exits.get(i);
            isClean &= exit == ExitCode.DONE || exit == ExitCode.CONFLICT || exit == ExitCode.QUALITY_GATE;
            if (exit == ExitCode.DONE && scenario.processes().get(i) instanceof Day day) {
                published(end, day, wrong);
            }
            if (exit == ExitCode.QUALITY_GATE) {
                refused(end, (Day) scenario.processes().get(i), wrong);
            }
        }
        if (isClean && !isForeign && !follows(end)) {
            wrong.add("I6: every process has ended as it should, and the catalog does not say what the journal says");
        }
        if (checked.add(end)) {
            recover(end, wrong);
        }
        return wrong;
    }

    private static void published(World world, Day day, List<String> wrong) {
        boolean isThere = new Written(world)
                .journal().stream()
                        .anyMatch(entry -> entry.key().equals(day.key().sha256()));
        if (!isThere) {
            wrong.add("I5: " + day + " ended with 0, and the journal does not have it");
        }
    }

    private static void refused(World world, Day day, List<String> wrong) {
        boolean isThere = new Written(world)
                .journal().stream()
                        .anyMatch(entry -> entry.runId().equals(day.runId().text()));
        if (isThere) {
            wrong.add("I9: " + day + " was refused, and the journal has it");
        }
    }

    private void recover(World quiet, List<String> wrong) {
        World world = quiet;
        calls = 0;
        nanos = 0;
        for (Program program : scenario.after()) {
            long head = head(world);
            Alone.End end = runner.apply(program, world);
            calls += end.calls();
            nanos += end.nanos();
            Invariants.of(end.world()).forEach(each -> wrong.add(each + " (behind " + program + ")"));
            if (end.exit() != ExitCode.DONE) {
                wrong.add("I6: " + program + ", when all was quiet, ended with " + end.exit());
            } else if (!follows(end.world())) {
                wrong.add("I6: behind " + program + " the catalog does not say what the journal says");
            } else if (program instanceof Day day) {
                shows(end.world(), day, wrong);
                if (head(end.world()) > head + 1) {
                    wrong.add("I8: " + program + " made more than one version");
                }
            }
            world = end.world();
            if (program instanceof Day) {
                // What follows is done only to see that it changes nothing.
                upToDate(world, program, wrong);
                return;
            }
        }
    }

    private void upToDate(World world, Program program, List<String> wrong) {
        Alone.End end = runner.apply(program, world);
        if (end.exit() != ExitCode.DONE || head(end.world()) != head(world)) {
            wrong.add("I8: " + program + ", done twice, ended with " + end.exit() + " at version " + head(end.world())
                    + " behind " + head(world));
        }
    }

    private static long head(World world) {
        return new Written(world).newest().map(JournalEntry::version).orElse(0L);
    }

    /** Behind a run that nobody disturbs, readers find its rows, and no partition that it claims and did not produce. */
    private static void shows(World world, Day day, List<String> wrong) {
        for (Map<String, String> values : day.claim().partitions()) {
            CatalogPartition partition = world.catalog().get(values);
            List<String> found = partition == null ? List.of() : MemoryRows.rowsAt(world, partition.location());
            List<String> expected = day.rows().getOrDefault(values.get("dt"), List.of());
            if (!found.equals(expected)) {
                wrong.add("I10: behind " + day + " readers of " + values + " find " + found + ", not " + expected);
            }
        }
    }

    /** Returns whether the catalog says what the journal says. */
    static boolean follows(World world) {
        Map<Map<String, String>, String> wanted = new HashMap<>();
        new Written(world).newest().ifPresent(entry -> {
            for (PartitionState state : entry.projection()) {
                if (state.location() != null) {
                    wanted.put(state.values(), "memory://lake/" + state.location() + "@" + state.version());
                }
            }
        });
        Map<Map<String, String>, String> found = new HashMap<>();
        world.catalog()
                .forEach((values, partition) -> found.put(
                        values,
                        partition.location() + "@" + partition.parameters().get(CatalogPartition.VERSION)));
        return Objects.equals(wanted, found);
    }
}
