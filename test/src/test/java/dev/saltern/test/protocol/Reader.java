/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.test.protocol.Operation.Kind;
import java.util.Map;

/**
 * A long query: it asks the catalog where the partitions are, and opens their files some time later.
 *
 * @param number names it
 */
record Reader(int number) implements Program, Program.Step {
    @Override
    public Step first() {
        return this;
    }

    @Override
    public RunId runId() {
        return Day.id("all-00000000", number);
    }

    @Override
    public ExitCode run(Desk desk) {
        Map<Map<String, String>, CatalogPartition> plan = desk.stores.catalog().partitions(Desk.TABLE);
        for (CatalogPartition partition : plan.values()) {
            long rows = desk.stores.lake().files(MemoryLake.path(partition.location())).stream()
                    .filter(file -> !file.name().startsWith("_"))
                    .count();
            if (rows != Long.parseLong(partition.parameters().getOrDefault(CatalogPartition.ROWS, "-1"))) {
                return ExitCode.INTERNAL;
            }
        }
        return ExitCode.DONE;
    }

    /** Returns the kind of the call behind which it has read all. */
    static Kind lastCall() {
        return Kind.LIST;
    }
}
