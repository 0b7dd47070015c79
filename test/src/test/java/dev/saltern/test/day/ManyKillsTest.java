/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link KilledRunTest} shows, at every crash point and at many random moments. Its report is {@code target/many-kills/report.txt}. */
@Tag("slow")
final class ManyKillsTest {
    private static final long SEED = Long.getLong("saltern.kill-seed", 20_260_131);

    /**
     * The crash points of each publish. Five tables are published: the occasions are the first, some in between, and the last. After the
     * last audit, the next run only publishes what is sealed.
     */
    private static final List<List<String>> POINTS = List.of(
            List.of("AFTER_COMMIT:2"),
            List.of("AFTER_WRITE:1", "AFTER_SEAL:1", "AFTER_SEAL:5", "AFTER_AUDIT:3"),
            List.of("AFTER_AUDIT:5", "AFTER_COMMIT:1", "AFTER_COMMIT:3"),
            List.of("IN_APPLY:1", "IN_APPLY:1", "AFTER_APPLY:2"),
            List.of("AFTER_RECEIPT:1", "AFTER_RECEIPT:4"),
            List.of("AFTER_COMMIT:5"));

    /** Random moments of the whole run, then of the end of it, where tables become live. */
    private static final int SHARES = 12;

    private static final List<String> PHASES = List.of("sealing and auditing", "publishing");
    private static final int KILLS_IN_EACH_PHASE = 4;
    private static final int MAX_DELAY_MILLIS = 4_000;

    @Test
    void killsAtEveryPointAndAtRandomMomentsLeaveWholeDays() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        try (KillSeries series = new KillSeries("many-kills", SEED)) {
            for (List<String> points : POINTS) {
                series.publish(points.stream().map(Kill.AtPoint::new).toArray(Kill[]::new));
            }
            for (int i = 0; i < SHARES; i += 3) {
                series.publish(share(i, random), share(i + 1, random), share(i + 2, random));
            }
            for (int i = 0; i < KILLS_IN_EACH_PHASE; i++) {
                series.publish(inPhase(0, random), inPhase(1, random));
            }
            series.judge();
        }
    }

    /** Each share falls into a stretch of its own, so that they are spread over the run. */
    private static Kill share(int number, Random random) {
        return new Kill.AfterShare((number + random.nextDouble()) / SHARES);
    }

    private static Kill inPhase(int phase, Random random) {
        return new Kill.InPhase(PHASES.get(phase), Duration.ofMillis(random.nextInt(MAX_DELAY_MILLIS)));
    }
}
