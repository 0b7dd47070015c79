/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Runs are killed. Running again gives the tables of a clean run, and a reader polling meanwhile sees only whole days. The report is {@code
 * target/killed-runs/report.txt}.
 */
final class KilledRunTest {
    private static final long SEED = Long.getLong("saltern.kill-seed", 20_260_131);
    private static final int MAX_DELAY_MILLIS = 1_000;

    @Test
    void killedRunsEndLikeCleanOnesAndReadersSeeWholeDays() throws IOException, InterruptedException {
        Duration delay = Duration.ofMillis(new Random(SEED).nextInt(MAX_DELAY_MILLIS));
        try (KillSeries series = new KillSeries("killed-runs", SEED)) {
            series.publish(new Kill.InPhase("publishing", delay));
            series.publish(new Kill.AtPoint("AFTER_COMMIT:2"));
            series.judge();
        }
    }
}
