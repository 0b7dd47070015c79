/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random schedules of every fault case. {@code -Dsaltern.fault-schedules=2000} says how many; {@code -Dsaltern.fault-seed=N} does one seed
 * of every case again and tells its story; with {@code -Dsaltern.regenerate=true} the results are written to the documents.
 */
class FaultScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("saltern.fault-schedules", 260);
    private static final long FIRST_SEED = 5_000;

    @Test
    void noScheduleBreaksAnInvariant() throws IOException {
        List<FaultCase> cases = FaultCase.all();
        int seeds = (SCHEDULES + cases.size() - 1) / cases.size();
        List<FaultPage.Line> lines = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        for (FaultCase faultCase : cases) {
            List<Walk.Result> results = new ArrayList<>();
            for (long seed : seeds(seeds)) {
                Walk.Result result = Walk.of(faultCase, seed);
                results.add(result);
                result.violations()
                        .forEach(violation -> violations.add(faultCase.name() + ", seed " + seed + ": " + violation
                                + "\n" + String.join("\n", result.story())));
                if (Long.getLong("saltern.fault-seed") != null) {
                    System.out.println(faultCase.name() + ", seed " + seed + "\n" + String.join("\n", result.story()));
                }
            }
            FaultPage.Line line = FaultPage.line(faultCase.name(), seeds(seeds), results);
            System.out.println(line);
            lines.add(line);
        }
        assertThat(violations).isEmpty();
        assertThat(lines).allMatch(line -> line.faults() > 0);
        if (Boolean.getBoolean("saltern.regenerate") && Long.getLong("saltern.fault-seed") == null) {
            Files.writeString(Path.of("../docs/faults.md"), FaultPage.of(lines));
        }
    }

    private static List<Long> seeds(int count) {
        Long one = Long.getLong("saltern.fault-seed");
        return one != null
                ? List.of(one)
                : java.util.stream.LongStream.range(FIRST_SEED, FIRST_SEED + count)
                        .boxed()
                        .toList();
    }
}
