/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDayPageTest {
    @Test
    void daysAreHeldAgainstTheStartOfTheirOwnTurn(@TempDir Path target) throws IOException {
        List<DayRound> rounds = List.of(
                DayRounds.of(DayEntrant.START_UP, "a start 0", 0, 4, 4),
                DayRounds.of(DayEntrant.SALTERN, "a start 0", 0, 12, 20),
                DayRounds.of(DayEntrant.SALTERN, "a start 0", 1, 5, 6),
                DayRounds.of(DayEntrant.START_UP, "a start 1", 0, 8, 4),
                DayRounds.of(DayEntrant.SALTERN, "a start 1", 0, 24, 20),
                DayRounds.of(DayEntrant.SALTERN, "a start 1", 1, 10, 6));
        String page = SmallDayPage.with("# Performance\n\n## The whole day\n\nstays\n", rounds, target);
        assertThat(page)
                .contains("## The whole day\n\nstays\n")
                .contains("| Spark's start-up alone | 6.0 s | 4.0 s |")
                .contains("| the day in at most 1.5 x its Spark start-up, cold | 3.00 x | **missed** |")
                .contains("| the day in at most 1.5 x its Spark start-up, warm | 1.25 x | met |")
                .contains("0 MB of raw files as they lie on the disk, 0 MB unpacked;");
        assertThat(SmallDayPage.with(page, rounds, target)).isEqualTo(page);
    }
}
