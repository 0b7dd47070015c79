/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.lease.LeaseKeeper;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.test.protocol.Operation.Effect;
import dev.saltern.test.protocol.Operation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.StructType;

/** What one process works with: the product's publisher on stores in memory, or on those of AWS. */
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

    final Stores stores;
    final Rows rows;
    final InstantSource clock;
    final Leases leases;
    final Publisher publisher;
    final Runnable tick;

    /**
     * Prepares a process.
     *
     * @param lake its files
     * @param catalog its catalog
     * @param rows reads, writes and counts rows
     * @param clock its clock
     * @param tick lets a tick go by
     * @param sabotage breaks the stores as a broken publisher would use them
     */
    Desk(
            LakeStore lake,
            Catalog catalog,
            Rows rows,
            InstantSource clock,
            Runnable tick,
            UnaryOperator<Stores> sabotage) {
        this.rows = rows;
        this.clock = clock;
        this.tick = tick;
        this.stores = sabotage.apply(new Stores(lake, new LakeJournal(lake), catalog, rows, rows));
        this.leases = new Leases(stores.lake(), clock);
        this.publisher = new Publisher(stores, LeaseKeeper.passive(leases), clock);
    }

    /**
     * Prepares a process on stores in memory.
     *
     * @param calls answers its calls
     * @param own the run that it writes, whose files no other process touches
     */
    static Desk inMemory(Calls calls, RunId own, UnaryOperator<Stores> sabotage) {
        return new Desk(
                new MemoryLake(calls, own),
                new MemoryCatalog(calls),
                new MemoryRows(calls),
                () -> calls.call(Operation.reading(Kind.CLOCK, "the time", false, world -> moment(world.now()))),
                () -> calls.answer(new Operation(
                        Kind.CLOCK, "a tick", false, world -> new Effect(world.later(), ""), "", List.of())),
                sabotage);
    }

    /** Returns the moment after some ticks. */
    static Instant moment(int ticks) {
        return START.plus(TICK.multipliedBy(ticks));
    }
}
