/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.report.RunSetting;
import java.time.Instant;
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
    }
}
