/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.faults.FaultGroup;
import dev.saltern.test.faults.FaultPage;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random schedules of every fault case on S3 and Glue. {@code -Dsaltern.cloud-schedules=500} says how many; {@code -Dsaltern.fault-seed=N}
 * does one seed of every case again and tells its story; the profile {@code faults} writes the results to the documents.
 */
@ExtendWith(AwsEmulator.class)
class CloudFaultTest {
    private static final int SCHEDULES = Integer.getInteger("saltern.cloud-schedules", 0);
    private static final long FIRST_SEED = 7_000;

    @Test
    void noScheduleBreaksAnInvariant(Aws aws) throws IOException {
        Cloud cloud = Cloud.impatient(aws);
        List<CloudCase> cases = CloudCase.all();
        Seeds seeds = new Seeds(FIRST_SEED, Math.max(1, SCHEDULES / cases.size()));
        for (CloudCase each : cases) {
            long start = System.nanoTime();
            seeds.of(each.name(), seed -> CloudWalk.of(cloud, each, seed));
            System.out.println(each.name() + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        if (SCHEDULES > 0) {
            seeds.of("S3 and Glue refuse 20 % of all requests for a minute", 1, seed -> SlowMinute.of(aws, seed));
        }
        FaultPage.keep(FaultGroup.CLOUD, seeds.lines());
        assertThat(seeds.violations()).isEmpty();
        assertThat(seeds.lines().stream().mapToInt(line -> line.faults()).sum()).isPositive();
    }
}
