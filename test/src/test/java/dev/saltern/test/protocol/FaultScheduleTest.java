/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.faults.FaultGroup;
import dev.saltern.test.faults.FaultPage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random schedules of every fault case in memory. {@code -Dsaltern.fault-schedules=2000} says how many; {@code -Dsaltern.fault-seed=N} does
 * one seed of every case again and tells its story; the profile {@code faults} writes the results to the documents.
 */
class FaultScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("saltern.fault-schedules", 260);
    private static final long FIRST_SEED = 5_000;

    @Test
    void noScheduleBreaksAnInvariant() throws IOException {
        List<FaultCase> cases = FaultCase.all();
        Seeds seeds = new Seeds(FIRST_SEED, (SCHEDULES + cases.size() - 1) / cases.size());
        for (FaultCase faultCase : cases) {
            seeds.of(faultCase.name(), seed -> Walk.of(faultCase, seed));
        }
        seeds.of("a hole in the journal, or its end is missing", JournalHole::of);
        FaultPage.keep(FaultGroup.MEMORY, seeds.lines());
        assertThat(seeds.violations()).isEmpty();
        assertThat(seeds.lines()).allMatch(line -> line.faults() > 0);
    }
}
