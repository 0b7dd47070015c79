/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real publisher in the interleavings of a few runs, with crashes, lost answers and half-done calls. */
class ProtocolTest {
    private static final String FROM = "2026-01-30";
    private static final String TO = "2026-01-31";
    static final Day OLD = Day.of(1, FROM, TO, "old", "2026-01-30: a b", "2026-01-31: c");
    static final Day NEW = Day.of(2, FROM, TO, "new", "2026-01-31: d e");
    static final Day OTHER = Day.of(3, FROM, TO, "other", "2026-01-30: f", "2026-01-31: g");
    private static final Day THIRD = Day.of(4, FROM, TO, "third", "2026-01-30: h i");
    private static final List<Program> AFTER = List.of(new Reconcile(8), NEW.again(9));
    private static long states;

    @Test
    void oneRunWithFaults() {
        check("one run", List.of(NEW), 3, 0);
    }

    @Test
    void runOfAnEmptyLakeWithFaults() {
        check(new Scenario("the first run of a table", List.of(), List.of(NEW), 2, 0, AFTER));
    }

    @Test
    void twoRunsWithOtherInputs() {
        check("two runs, other inputs", List.of(NEW, OTHER), 1, 3);
    }

    @Test
    void twoRunsWithTheSameInput() {
        check("two runs, same input", List.of(NEW, NEW.again(3)), 1, 2);
    }

    @Test
    void refusedRunBesideAnother() {
        check("a refused run beside another", List.of(NEW.refused(), OTHER), 1, 2);
    }

    @Test
    void sleeperThatWakesAfterTwoNewerRuns() {
        check("three runs, other inputs", List.of(NEW, OTHER, THIRD), 0, 2);
        check("three runs, other inputs", List.of(NEW, OTHER, THIRD), 1, 1);
    }

    @Test
    void rollbackBesideARun() {
        check("a run and a rollback", List.of(NEW, new Rollback(70, 1)), 1, 3);
    }

    @Test
    void garbageCollectionBesideARunAndAReader() {
        check("a run, a collection, a reader, a tick", collected(), 0, 3);
        check("a run with a fault, a collection, a tick", collected().subList(0, 3), 1, 2);
    }

    @Tag("slow")
    @Test
    void widerBounds() {
        check("two runs, other inputs, wide", List.of(NEW, OTHER), 1, 8);
        check("two runs, other inputs, two faults", List.of(NEW, OTHER), 2, 3);
        check("two runs, same input, wide", List.of(NEW, NEW.again(3)), 1, 4);
        check("three runs, other inputs, wide", List.of(NEW, OTHER, THIRD), 0, 3);
        check("three runs, other inputs, one fault", List.of(NEW, OTHER, THIRD), 1, 2);
        List<Program> all = List.of(NEW, new Rollback(70, 1), new Collector(80, 2, 2), new Tick(3));
        check("a run, a rollback and a collection", all, 1, 2);
        check("a run, a collection, a reader, a tick, wide", collected(), 1, 4);
    }

    private static List<Program> collected() {
        return List.of(NEW, new Collector(80, 2, 2), new Tick(3), new Reader(81));
    }

    private static void check(String name, List<Program> processes, int faults, int switches) {
        check(new Scenario(name, List.of(OLD), processes, faults, switches, AFTER));
    }

    private static void check(Scenario scenario) {
        long start = System.nanoTime();
        Exploration found = Explorer.explore(scenario);
        states += found.states();
        System.out.println(scenario.name() + " (faults " + scenario.faults() + ", switches " + scenario.switches()
                + "): " + found.states() + " states, " + found.steps() + " steps, " + found.ends() + " ends, "
                + found.worlds() + " contents, " + (System.nanoTime() - start) / 1_000_000 + " ms; " + states
                + " states in all");
        assertThat(found.violations()).isEmpty();
        assertThat(found.states()).isGreaterThan(10);
    }
}
