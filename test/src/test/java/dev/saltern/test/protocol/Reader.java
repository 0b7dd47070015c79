/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A long query: it asks the catalog where the partitions are, and opens their files some time later. It is promised to find them for less
 * than two ticks.
 *
 * @param number names it
 */
record Reader(int number) implements Program, Program.Step {
    private static final Duration PROMISE = Desk.TICK.multipliedBy(2);

    @Override
    public RunId runId() {
        return Day.id("all-00000000", number);
    }

    @Override
    public Step first() {
        return this;
    }

    @Override
    public Object run(Desk desk) {
        Instant since = desk.clock.instant();
        Map<Map<String, String>, CatalogPartition> plan = desk.stores.catalog().partitions(Desk.TABLE);
        for (CatalogPartition partition : plan.values()) {
            long rows = desk.stores.lake().files(MemoryLake.path(partition.location())).stream()
                    .filter(file -> !file.name().startsWith("_"))
                    .count();
            boolean isWhole = rows == Long.parseLong(partition.parameters().getOrDefault(CatalogPartition.ROWS, "-1"));
            if (!isWhole && desk.clock.instant().isBefore(since.plus(PROMISE))) {
                return ExitCode.INTERNAL;
            }
        }
        return ExitCode.DONE;
    }
}
