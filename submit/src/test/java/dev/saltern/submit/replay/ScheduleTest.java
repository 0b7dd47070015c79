/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScheduleTest {
    private static final double ROUNDING = 1e-9;

    private static StageRun stage(int id, Set<Integer> waitsFor, double gap, double... tasks) {
        return new StageRun(id, "", waitsFor, gap, Arrays.stream(tasks).boxed().toList());
    }

    @Example
    void stagesWaitAndSlotsAreShared() {
        List<StageRun> stages =
                List.of(stage(0, Set.of(), 0.5, 2, 2, 2), stage(1, Set.of(), 0, 1), stage(2, Set.of(0, 1), 0.25, 3, 1));
        // Two slots: stage 1 from 0 to 1, stage 0 from 0.5 to 5 around it, then a quarter of a second of the driver,
        // then 3 s.
        assertThat(new Schedule(2).seconds(stages)).isEqualTo(0.5 + 2 + 2 + 0.25 + 3);
        assertThat(new Schedule(16).seconds(stages)).isEqualTo(0.5 + 2 + 0.25 + 3);
        assertThat(new Schedule(1).seconds(stages)).isEqualTo(1 + 6 + 0.25 + 4);
    }

    @Example
    void stagesThatWaitForEachOtherAreRefused() {
        assertThatThrownBy(() -> new Schedule(2).seconds(List.of(stage(0, Set.of(1), 0, 1), stage(1, Set.of(0), 0, 1))))
                .hasMessage("Cannot replay 2 stages: they wait for what never runs");
    }

    @Property(tries = 300)
    void noScheduleBeatsTheBoundsAndNoneIsTwiceThem(
            @ForAll("days") List<StageRun> stages, @ForAll @IntRange(min = 1, max = 40) int slots) {
        double seconds = new Schedule(slots).seconds(stages);
        double work = stages.stream().mapToDouble(StageRun::taskSecondsTogether).sum() / slots;
        double longestTask =
                stages.stream().mapToDouble(StageRun::longestTask).max().orElse(0);
        double way = longestWay(stages);
        assertThat(seconds)
                .isGreaterThanOrEqualTo(Math.max(Math.max(longestTask, work), way) - ROUNDING)
                .isLessThanOrEqualTo(work + way + ROUNDING)
                .isLessThanOrEqualTo(2 * Math.max(work, way) + ROUNDING);
    }

    @Property(tries = 200)
    void moreSlotsNeverSlowStagesThatFollowEachOther(
            @ForAll("chains") List<StageRun> stages, @ForAll @IntRange(min = 1, max = 40) int slots) {
        assertThat(new Schedule(slots + 1).seconds(stages))
                .isLessThanOrEqualTo(new Schedule(slots).seconds(stages) + ROUNDING);
    }

    @Property(tries = 200)
    void equalTasksFillWholeRounds(
            @ForAll @IntRange(min = 1, max = 500) int tasks,
            @ForAll @IntRange(min = 1, max = 1024) int slots,
            @ForAll @IntRange(min = 1, max = 9) int seconds) {
        double[] all = new double[tasks];
        Arrays.fill(all, seconds);
        assertThat(new Schedule(slots).seconds(List.of(stage(0, Set.of(), 0, all))))
                .isCloseTo(Math.ceil((double) tasks / slots) * seconds, within(ROUNDING));
    }

    /** When the last stage ends if each task has a slot of its own. */
    private static double longestWay(List<StageRun> stages) {
        double[] ends = new double[stages.size()];
        for (StageRun stage : stages) {
            double ready =
                    stage.waitsFor().stream().mapToDouble(id -> ends[id]).max().orElse(0);
            ends[stage.id()] = ready + stage.gapSeconds() + stage.longestTask();
        }
        return Arrays.stream(ends).max().orElse(0);
    }

    /** Stages of which each waits for some of those before it. */
    @Provide
    Arbitrary<List<StageRun>> days() {
        return Arbitraries.randomValue(random -> stages(random, false));
    }

    /** Stages of which each waits for the one before it. */
    @Provide
    Arbitrary<List<StageRun>> chains() {
        return Arbitraries.randomValue(random -> stages(random, true));
    }

    private static List<StageRun> stages(Random random, boolean chain) {
        List<StageRun> stages = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int id = 0; id < count; id++) {
            Set<Integer> waitsFor = new HashSet<>();
            for (int before = 0; before < id; before++) {
                if (chain ? before == id - 1 : random.nextInt(3) == 0) {
                    waitsFor.add(before);
                }
            }
            double[] tasks = random.doubles(random.nextInt(60), 0, random.nextInt(5) == 0 ? 100 : 5)
                    .toArray();
            stages.add(stage(id, waitsFor, random.nextInt(3) == 0 ? random.nextDouble() * 4 : 0, tasks));
        }
        return stages;
    }
}
