/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whatever comes, changes and dies in whatever order: in the end the tables are those of all files. */
final class LateDaysTest {
    private static final long SEED = Long.getLong("saltern.late-seed", 20_260_131);

    @Test
    void theTablesAreThoseOfAllFiles() throws IOException, InterruptedException {
        try (LateSeries series = new LateSeries("late-days", SEED)) {
            series.play(5);
            series.judge();
        }
    }
}
