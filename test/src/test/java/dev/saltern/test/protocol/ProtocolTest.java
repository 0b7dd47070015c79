/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The real publisher in every interleaving of a few runs, with crashes, lost answers and half-done calls. */
class ProtocolTest {
    private static final String FROM = "2026-01-30";
    private static final String TO = "2026-01-31";
    private static final Day OLD = Day.of(1, FROM, TO, "old", "2026-01-30: a b", "2026-01-31: c");
    private static final Day NEW = Day.of(2, FROM, TO, "new", "2026-01-31: d e");
    private static final Day OTHER = Day.of(3, FROM, TO, "other", "2026-01-30: f", "2026-01-31: g");

    @Test
    void oneRunWithTwoFaults() {
        check(new Scenario(
                "one run over two days, two faults",
                List.of(OLD),
                List.of(NEW),
                2,
                Scenario.ANY,
                List.of(new Reconcile(8), NEW.again(9), NEW.again(10))));
    }

    @Test
    void twoRunsWithOtherInputs() {
        check(new Scenario(
                "two runs, other inputs, one fault",
                List.of(OLD),
                List.of(NEW, OTHER),
                Integer.getInteger("f", 1),
                Integer.getInteger("s", 3),
                List.of(new Reconcile(8), NEW.again(9), NEW.again(10))));
    }

    private static void check(Scenario scenario) {
        long start = System.nanoTime();
        Exploration found = Explorer.explore(scenario);
        System.out.println(scenario.name() + ": " + found.states() + " states, " + found.steps() + " steps, "
                + found.ends() + " ends, " + found.worlds() + " worlds, " + (System.nanoTime() - start) / 1_000_000
                + " ms");
        assertThat(found.violations()).isEmpty();
        assertThat(found.states()).isGreaterThan(10);
    }
}
