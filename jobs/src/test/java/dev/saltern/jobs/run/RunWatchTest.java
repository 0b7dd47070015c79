/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.observe.StageTimes;
import dev.saltern.jobs.report.RunSetting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class RunWatchTest {
    private final SparkSession session = TestSession.session();
    private final SparkContext spark = session.sparkContext();

    private static RunWatch watch() {
        return new RunWatch(Progress.SILENT, Instant.now());
    }

    private long shuffle() {
        return session.range(5000)
                .repartition(3)
                .groupBy("id")
                .count()
                .collectAsList()
                .size();
    }

    @Test
    void whatTheTasksOfARunTookIsCountedAndNothingOfOthers() {
        RunWatch totals = watch();
        RunWatch others = watch();
        RunSetting setting = totals.during(spark, "run 1", () -> {
            others.during(spark, "run 2", this::shuffle);
            RunSetting before = totals.setting(spark, "launch", 9);
            assertThat(before.shuffledBytes()).isZero();
            shuffle();
            return totals.setting(spark, "launch", 9);
        });
        assertThat(setting.launch()).isEqualTo("launch");
        assertThat(setting.inputBytes()).isEqualTo(9);
        assertThat(setting.shuffledBytes()).isPositive();
        assertThat(setting.peakMemoryBytes()).isPositive();
        assertThat(setting.spilledBytes()).isZero();
        List<StageTimes> stages = Objects.requireNonNull(setting.stages());
        // Two shuffles and what reads the second: each waits for the one before it, and none for those of the other
        // run.
        assertThat(stages)
                .hasSize(3)
                .allSatisfy(stage -> assertThat(stage.taskMillis()).isNotEmpty());
        assertThat(stages.get(0).waitsFor()).isEmpty();
        assertThat(stages.get(1).waitsFor()).containsExactly(stages.get(0).stage());
        assertThat(stages.get(2).waitsFor()).containsExactly(stages.get(1).stage());
    }
}
