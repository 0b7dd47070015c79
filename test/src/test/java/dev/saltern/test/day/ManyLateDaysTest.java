/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long form of {@link LateDaysTest}: more of everything on one lake. */
@Tag("slow")
final class ManyLateDaysTest {
    private static final long SEED = Long.getLong("saltern.late-seed", 20_260_228);
    private static final int ROUNDS = 6;

    @Test
    void theTablesAreThoseOfAllFilesAfterEveryRound() throws IOException, InterruptedException {
        try (LateSeries series = new LateSeries("many-late-days", SEED)) {
            for (int round = 0; round < ROUNDS; round++) {
                series.play(8);
                series.judge();
            }
        }
    }
}
