/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A journal that lost one of its entries: everybody refuses to work and leaves everything as it is, until it is put back. */
final class JournalHole {
    private static final int MAX_VERSIONS = 8;

    private JournalHole() {}

    /** Takes one entry away, tries what there is to try, and puts it back. */
    static Walk.Result of(long seed) {
        Random random = new Random(seed);
        List<Day> inputs = List.of(FaultCase.OLD, FaultCase.NEW, FaultCase.OTHER, FaultCase.THIRD);
        int versions = 2 + random.nextInt(MAX_VERSIONS - 1);
        World whole = World.EMPTY;
        for (int i = 0; i < versions; i++) {
            whole = Alone.run(inputs.get(i % inputs.size()).again(i + 1), whole).world();
        }
        List<String> entries = List.copyOf(whole.below("_journal/").keySet());
        String lost = entries.get(random.nextInt(entries.size()));
        World broken = whole.without(lost);
        List<String> wrong = new ArrayList<>();
        List<String> story = new ArrayList<>(List.of(versions + " versions, without " + lost));
        Day next = inputs.get(versions % inputs.size()).again(50);
        for (Program program : List.of(next, new Reconcile(8), new Rollback(70, 1), new Collector(80, 1, 0))) {
            Alone.End end = Alone.run(program, broken);
            story.add(program + " ends with " + end.exit());
            // A collection goes on with the next table and tells; and there may be nothing to roll back.
            boolean tells =
                    program instanceof Collector || program instanceof Rollback || end.exit() == ExitCode.UNSOUND;
            if (!tells || !end.world().equals(broken)) {
                wrong.add("I3: " + program + " on a journal with a hole ended with " + end.exit()
                        + (end.world().equals(broken) ? "" : " and changed something"));
            }
        }
        Alone.End repaired = Alone.run(next, whole);
        wrong.addAll(Invariants.of(repaired.world()));
        if (repaired.exit() != ExitCode.DONE || !Quiet.follows(repaired.world())) {
            wrong.add("I6: behind the repair the run ended with " + repaired.exit());
        }
        return new Walk.Result(Map.of("a lost journal entry", 1), 1, wrong, repaired.calls(), repaired.nanos(), story);
    }
}
