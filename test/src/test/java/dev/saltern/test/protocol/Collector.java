/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.gc.GarbageCollection;
import dev.saltern.jobs.publish.gc.Retention;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.table.LakeTables;
import java.time.Duration;

/**
 * The garbage collection of the product, which keeps nothing but the live version.
 *
 * @param number names it
 * @param rounds how often it goes over the lake
 * @param graceTicks how long it waits; 0 is too short
 */
record Collector(int number, int rounds, int graceTicks) implements Program, Program.Step {
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
        if (rounds == 0) {
            return ExitCode.DONE;
        }
        LakeTables tables = new LakeTables(desk.stores.lake(), desk.stores.journal());
        Retention retention = new Retention(Duration.ZERO, 1, Desk.TICK.multipliedBy(graceTicks));
        new GarbageCollection(tables, desk.stores, retention, desk.clock, false)
                .collect(tables.load(Desk.TABLE.table()), Desk.TABLE.database());
        return new Collector(number, rounds - 1, graceTicks);
    }

    @Override
    public String toString() {
        return "garbage collection";
    }
}
