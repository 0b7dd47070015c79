/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.RunId;
import java.util.List;
import java.util.Map;

/**
 * Somebody who does not know of the journal.
 *
 * @param number names it
 * @param deed what it does
 */
record Foreign(int number, Deed deed) implements Program, Program.Step {
    /** What others do to a table. */
    enum Deed {
        /** Drops every partition. */
        DROP,
        /** Writes files to the table's own folder and points a partition there, as INSERT OVERWRITE does; and adds another one. */
        OVERWRITE
    }

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
        if (deed == Deed.DROP) {
            List<Map<String, String>> all =
                    List.copyOf(desk.stores.catalog().partitions(Desk.TABLE).keySet());
            desk.stores.catalog().apply(Desk.TABLE, new CatalogBatch(List.of(), List.of(), all));
            return ExitCode.DONE;
        }
        desk.rows.write("t/dt=2026-01-31/foreign", "x\ny\n", false);
        desk.rows.write("t/dt=2020-01-01/foreign", "z\n", false);
        desk.stores
                .catalog()
                .apply(
                        Desk.TABLE,
                        new CatalogBatch(
                                List.of(partition(desk, "2020-01-01")),
                                List.of(partition(desk, "2026-01-31")),
                                List.of()));
        return ExitCode.DONE;
    }

    private static CatalogPartition partition(Desk desk, String day) {
        return new CatalogPartition(
                Map.of("dt", day), desk.stores.lake().location("t/dt=" + day), Map.of("transient_lastDdlTime", "1"));
    }
}
