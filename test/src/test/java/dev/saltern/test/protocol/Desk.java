/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.Backoff;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.lease.LeaseKeeper;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.test.protocol.Operation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.StructType;

/** What one process works with: the product's publisher on the stores of a world. */
final class Desk {
    /** How long a tick is: longer than a lease lasts. */
    static final Duration TICK = Leases.TTL.multipliedBy(2);

    static final TableSpec TABLE = new TableSpec(
            "default",
            "t",
            StructType.fromDDL("id INT, dt DATE"),
            new Partitioning(List.of("dt"), Grain.DAY),
            "a table of days");
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    final Calls calls;
    final Stores stores;
    final MemoryRows rows;
    final InstantSource clock;
    final Leases leases;
    final Publisher publisher;

    /**
     * Prepares a process.
     *
     * @param calls answers its calls
     * @param own the run that it writes, whose files no other process touches
     * @param sabotage breaks the stores as a broken publisher would use them
     */
    Desk(Calls calls, RunId own, UnaryOperator<Stores> sabotage) {
        this.calls = calls;
        MemoryLake lake = new MemoryLake(calls, own);
        this.rows = new MemoryRows(calls);
        this.clock = () -> calls.call(
                Operation.reading(Kind.CLOCK, "the time", false, world -> START.plus(TICK.multipliedBy(world.now()))));
        this.stores = sabotage.apply(new Stores(lake, new LakeJournal(lake), new MemoryCatalog(calls), rows, rows));
        this.leases = new Leases(stores.lake(), clock);
        this.publisher = new Publisher(stores, LeaseKeeper.passive(leases), clock, Backoff.NONE);
    }
}
