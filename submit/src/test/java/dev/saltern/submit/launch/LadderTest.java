/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.TaskFleet;
import dev.saltern.submit.Launches;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    private static TaskFleet tasks(Ladder ladder, int attempt, Instant now) {
        return Objects.requireNonNull(ladder.attempt(attempt, now).tasks());
    }

    @Test
    void attemptsGoUpTheLadderWithTheEstimatesProcessors() {
        Ladder ladder = new Ladder(Launches.emr("small"), 20, Duration.ofMinutes(20), NOON.plusSeconds(7200));
        assertThat(ladder.attempts()).isEqualTo(3);
        assertThat(tasks(ladder, 0, NOON).cores()).isEqualTo(20);
        assertThat(tasks(ladder, 0, NOON).market()).isEqualTo(Market.SPOT);
        assertThat(tasks(ladder, 1, NOON).types().get(0)).hasToString("c7g.xlarge");
        assertThat(tasks(ladder, 2, NOON).market()).isEqualTo(Market.ON_DEMAND);
    }

    @Test
    void nearTheDeadlineSpotYieldsToOnDemand() {
        Ladder ladder = new Ladder(Launches.emr("small"), 8, Duration.ofMinutes(20), NOON.plusSeconds(7200));
        assertThat(tasks(ladder, 0, NOON.plusSeconds(7200 - 2400)).market()).isEqualTo(Market.SPOT);
        assertThat(tasks(ladder, 0, NOON.plusSeconds(7200 - 2399)).market()).isEqualTo(Market.ON_DEMAND);
    }

    @Test
    void looksComeLaterWhileNothingChanges() {
        PollSchedule schedule = new PollSchedule(Duration.ofSeconds(20), new Random(1));
        assertThat(schedule.after("a").toMillis()).isBetween(16_000L, 24_000L);
        for (int i = 0; i < 10; i++) {
            schedule.after("a");
        }
        assertThat(schedule.after("a").toMillis()).isBetween(48_000L, 72_000L);
        assertThat(schedule.after("b").toMillis()).isBetween(16_000L, 24_000L);
    }
}
