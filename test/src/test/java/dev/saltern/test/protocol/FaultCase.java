/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.audit.AuditInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A kind of trouble, of which each seed makes one schedule.
 *
 * @param name what the table of results calls it
 * @param scenario what happens at once; the bounds of a search are not looked at
 * @param trouble what goes wrong with the calls
 * @param isForeign whether others change the catalog, so that readers are safe only behind the next run
 * @param sleeper whether the first process sleeps before its commit until all others have ended
 */
record FaultCase(
        String name, Function<Random, Scenario> scenario, Trouble trouble, boolean isForeign, boolean sleeper) {
    /**
     * How often calls go wrong, each from 0 to 1.
     *
     * @param deaths that the process dies before the call; once in a schedule at the most
     * @param losses that a call that writes gets lost, loses its answer, is sent twice or is done in part
     * @param partial that a change of the catalog is done in part
     */
    record Trouble(double deaths, double losses, double partial) {
        static final Trouble NONE = new Trouble(0, 0, 0);
    }

    /** The name of a case that is the same in memory and on AWS. */
    static final String FIRST = "the first two runs of a table at once";

    private static final String FROM = "2026-01-30";
    private static final String TO = "2026-01-31";
    static final Day OLD = Day.of(1, FROM, TO, "old", "2026-01-30: a b", "2026-01-31: c");
    static final Day NEW = Day.of(2, FROM, TO, "new", "2026-01-31: d e");
    static final Day OTHER = Day.of(3, FROM, TO, "other", "2026-01-30: f", "2026-01-31: g");
    static final Day THIRD = Day.of(4, FROM, TO, "third", "2026-01-30: h i");
    static final Day EMPTY = Day.of(5, FROM, TO, "empty");
    private static final Trouble DEATH = new Trouble(0.05, 0, 0);
    private static final Trouble LOSS = new Trouble(0, 0.15, 0);
    private static final Trouble BOTH = new Trouble(0.02, 0.1, 0);

    /** Returns every case. */
    static List<FaultCase> all() {
        return List.of(
                of("a run dies at some call and is run again", DEATH, NEW),
                of("lost calls, lost answers and repeated calls of every class", LOSS, NEW),
                of("one call of five gets no answer", new Trouble(0, 0.2, 0.2), NEW, OTHER),
                of("two runs of a day at once, same input", BOTH, NEW, NEW.again(3)),
                of("two runs of a day at once, other input", BOTH, NEW, OTHER),
                new FaultCase(FIRST, random -> first(List.of(NEW, OTHER)), BOTH, false, false),
                new FaultCase(
                        "a run that wakes behind two newer ones",
                        random -> scenario(List.of(NEW, OTHER, THIRD)),
                        new Trouble(0, 0.05, 0),
                        false,
                        true),
                new FaultCase(
                        "some of a hundred changes of a batch are refused",
                        random -> hundred(),
                        new Trouble(0.01, 0.05, 0.7),
                        false,
                        false),
                of("an empty day", BOTH, EMPTY, OTHER),
                of("a run whose audit fails", BOTH, NEW.refused(), OTHER),
                foreign("partitions dropped by others", Foreign.Deed.DROP),
                foreign("a partition overwritten by others", Foreign.Deed.OVERWRITE),
                of("a rollback during a publish", BOTH, NEW, new Rollback(70, 1)),
                of(
                        "garbage collection during a publish",
                        DEATH,
                        NEW,
                        new Collector(80, 5, 2),
                        new Tick(4),
                        new Reader(81)));
    }

    private static FaultCase of(String name, Trouble trouble, Program... programs) {
        return new FaultCase(name, random -> scenario(List.of(programs)), trouble, false, false);
    }

    private static FaultCase foreign(String name, Foreign.Deed deed) {
        return new FaultCase(name, random -> scenario(List.of(NEW, new Foreign(75, deed))), BOTH, true, false);
    }

    static Scenario scenario(List<Program> programs) {
        Day first = (Day) programs.get(0);
        Day again = new Day(
                first.number(), first.scope(), first.input(), first.rows(), first.sabotage(), true, AuditInput.CLEAN);
        return new Scenario("", List.of(OLD), programs, 0, 0, List.of(new Reconcile(8), again.again(9)));
    }

    /** A hundred days are published for the first time. */
    static Scenario hundred() {
        return first(List.of(days(100)));
    }

    /** The same on a lake that knows no table yet. */
    static Scenario first(List<Program> programs) {
        return new Scenario("", List.of(), programs, 0, 0, scenario(programs).after());
    }

    /** Returns a run of that many days, each with one row. */
    static Day days(int count) {
        String[] days = new String[count];
        LocalDate first = LocalDate.of(2025, 10, 1).minusDays(count - 100);
        for (int i = 0; i < days.length; i++) {
            days[i] = first.plusDays(i) + ": a" + i;
        }
        return Day.of(2, first.toString(), first.plusDays(count - 1).toString(), count + " days", days);
    }
}
