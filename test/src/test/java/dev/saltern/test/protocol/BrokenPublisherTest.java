/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever leaves out a part of the protocol is caught: the search can fail. */
class BrokenPublisherTest {
    private static final Day OLD = ProtocolTest.OLD;
    private static final Day NEW = ProtocolTest.NEW;
    private static final Day OTHER = ProtocolTest.OTHER;

    @Test
    void journalThatIsNotReadBackIsCaught() {
        assertThat(first(List.of(NEW.broken(Broken::believingJournal)), 1, 0)).startsWith("I5: ");
    }

    @Test
    void catalogThatIsNotReadBackIsCaught() {
        assertThat(first(List.of(NEW.broken(Broken::believingCatalog)), 1, 0)).startsWith("I6: ");
    }

    @Test
    void lostAnswerTakenForAConflictIsCaught() {
        assertThat(first(List.of(NEW.broken(Broken::tidyLoser)), 1, 0)).startsWith("I7: the live version of ");
    }

    @Test
    void missingReconcileIsCaught() {
        Scenario scenario = new Scenario(
                "", List.of(OLD), List.of(NEW), 1, 0, List.of(NEW.again(9).withoutReconcile()));
        assertThat(Explorer.explore(scenario).violations()).first().asString().startsWith("I6: behind run 9 ");
    }

    @Test
    void missingJournalIsCaught() {
        List<Program> processes = List.of(NEW.broken(Broken::withoutJournal), OTHER.broken(Broken::withoutJournal));
        assertThat(first(processes, 0, 3)).startsWith("I3: ");
    }

    @Test
    void missingGraceIsCaught() {
        List<Program> processes = List.of(NEW, new Collector(80, 2, 0), new Tick(1), new Reader(81));
        assertThat(first(processes, 0, 4)).containsPattern("^I[17]: ");
    }

    private static String first(List<Program> processes, int faults, int switches) {
        Scenario scenario = new Scenario("", List.of(OLD), processes, faults, switches, List.of(new Reconcile(8)));
        List<String> violations = Explorer.explore(scenario).violations();
        return violations.isEmpty() ? "nothing" : violations.get(0);
    }
}
