/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PhaseClockTest {
    @Test
    void phasesFollowEachOtherWithoutAGap() {
        PhaseClock clock = new PhaseClock();
        assertThat(clock.phases()).isEmpty();
        clock.begins("planning");
        clock.begins("staging");
        clock.begins("publishing");

        List<Phase> phases = clock.phases();
        assertThat(phases).extracting(Phase::name).containsExactly("planning", "staging", "publishing");
        for (int i = 1; i < phases.size(); i++) {
            Phase before = phases.get(i - 1);
            assertThat(phases.get(i).startSecond()).isCloseTo(before.startSecond() + before.seconds(), within(1e-9));
        }
    }
}
