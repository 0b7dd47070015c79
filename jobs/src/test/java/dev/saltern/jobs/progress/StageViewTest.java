/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.observe.ActiveStage;
import dev.saltern.jobs.observe.Moved;
import org.junit.jupiter.api.Test;

class StageViewTest {
    private static final Moved MUCH = new Moved(1_234_567, 999L << 20, 0, 0);

    @Test
    void barFitsTheTerminal() {
        StageView widest =
                new StageView(new ActiveStage(123, 99_999, 33_333, 0, new Moved(999_940_000, 999L << 20, 0, 0), 7200));

        for (int columns : new int[] {80, 100, 200}) {
            assertThat(widest.bar(new Terminal(true, columns, false, false)).length())
                    .isLessThanOrEqualTo(columns);
        }
        assertThat(new StageView(new ActiveStage(3, 30, 15, 0, MUCH, 40)).bar(new Terminal(true, 80, false, false)))
                .isEqualTo("  stage 3   ████████░░░░░░░░░   15/30 tasks  1.2M rows  999 MB  40 s left");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(new StageView(new ActiveStage(3, 30, 0, 0, Moved.NOTHING, 40)).line())
                .isEqualTo("stage 3, 0 of 30 tasks");
        assertThat(new StageView(new ActiveStage(3, 30, 30, 2, MUCH, 40)).line())
                .isEqualTo("stage 3, 30 of 30 tasks, 2 failed, 1.2M rows, 999 MB");
    }

    @Test
    void failedAttemptsAreRed() {
        StageView failing = new StageView(new ActiveStage(3, 30, 1, 2, Moved.NOTHING, 0));

        assertThat(failing.bar(new Terminal(true, 80, true, true))).contains("\u001b[1;31m2 failed\u001b[0m");
        assertThat(failing.bar(new Terminal(true, 80, false, false)))
                .contains("2 failed")
                .doesNotContain("\u001b");
    }
}
