/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saltern.conf.cluster.Cluster;
import dev.saltern.submit.Launches;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeModelTest {
    private static final long GIB = 1L << 30;

    /** A truth of 90 s and 200 s for a GiB and processor. */
    private static PastRun run(long gib, double cores, double noise) {
        return new PastRun(gib * GIB, cores, (90 + 200.0 * gib / cores) * noise);
    }

    @Test
    void pastRunsTeachBothParts() {
        TimeModel model = TimeModel.fit(List.of(run(10, 8, 1), run(40, 16, 1), run(100, 16, 1)));
        assertThat(model.fixedSeconds()).isCloseTo(90, within(0.01));
        assertThat(model.secondsPerGib()).isCloseTo(200, within(0.01));
        assertThat(model).hasToString("90 s + 200 s for a GiB and processor, from 3 past runs");
    }

    @Test
    void theErrorIsThatOfRunsItHasNotSeen() {
        List<PastRun> noisy = Stream.of(run(10, 8, 1.1), run(40, 16, 0.9), run(100, 16, 1.05), run(20, 8, 0.95))
                .toList();
        assertThat(TimeModel.error(noisy).orElseThrow()).isBetween(0.03, 0.35);
        assertThat(TimeModel.error(List.of(run(10, 8, 1), run(40, 16, 1), run(100, 16, 1)))
                        .orElseThrow())
                .isLessThan(1e-6);
        assertThat(TimeModel.error(List.of(run(10, 8, 1)))).isEmpty();
    }

    @Test
    void runsOfOneSizeScaleTheDefaults() {
        TimeModel untaught = TimeModel.untaught();
        PastRun one = new PastRun(10 * GIB, 8, untaught.seconds(10 * GIB, 8) * 2);
        assertThat(TimeModel.fit(List.of(one, one)).seconds(10 * GIB, 8)).isCloseTo(one.seconds(), within(0.01));
        assertThat(TimeModel.fit(List.of())).isEqualTo(untaught);
    }

    @Test
    void aLaunchBeginsWithWhatTheTargetTakes() {
        Cluster small = Launches.cluster("small");
        var emr = Objects.requireNonNull(small.emr());
        List<PastRun> past = List.of(run(10, 8, 1), run(40, 16, 1), run(100, 16, 1));
        // 20 minutes, 7 of them to start: 690 s remain for the work, so 40 GiB take 11.6 processors; 8 are core nodes.
        assertThat(Sizing.of(small, emr, 40 * GIB, past).taskCores()).isEqualTo(4);
        assertThat(Sizing.of(small, emr, GIB, past).taskCores()).isZero();
        assertThat(Sizing.of(small, emr, 4000 * GIB, past).taskCores()).isEqualTo(32);
        assertThat(Sizing.of(small, emr, 0, past).taskCores()).isEqualTo(8);
        assertThat(Sizing.of(small, emr, 40 * GIB, past).shufflePartitions()).isEqualTo(2560);
        assertThat(Sizing.of(small, emr, 4000 * GIB, past).shufflePartitions()).isEqualTo(4096);
        assertThat(Sizing.of(small, emr, 40 * GIB, past).job().toSeconds()).isEqualTo(Math.round(90 + 200.0 * 40 / 12));
    }

    @Test
    void executorsAreSizedAsWell() {
        Cluster file = Launches.cluster("serverless");
        var job = Objects.requireNonNull(file.serverless());
        List<PastRun> past = List.of(run(10, 8, 1), run(40, 16, 1), run(100, 16, 1));
        assertThat(Sizing.of(file, job, 40 * GIB, past).taskCores()).isEqualTo(12);
        assertThat(Sizing.of(file, job, 4000 * GIB, past).taskCores()).isEqualTo(64);
    }
}
