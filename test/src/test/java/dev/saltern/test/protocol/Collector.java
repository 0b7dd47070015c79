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
<<<<<<< HEAD
        LakeTables tables = new LakeTables(desk.stores.lake(), desk.stores.journal());
        Retention retention = new Retention(Duration.ZERO, 1, Desk.TICK.multipliedBy(graceTicks));
        new GarbageCollection(tables, desk.stores, retention, desk.clock, false)
                .collect(tables.load(Desk.TABLE.table()), Desk.TABLE.database());
        return new Collector(number, rounds - 1, graceTicks);
    }

=======
        LakeStore lake = desk.stores.lake();
        Instant now = desk.clock.instant();
        Duration grace = Desk.TICK.multipliedBy(graceTicks);
        for (String name : lake.names(Lake.runsPath(Desk.TABLE.table()))) {
            String condemned = Lake.runPath(Desk.TABLE.table(), new RunId(name)) + "/" + RunFolder.CONDEMNED;
            Optional<Instant> since =
                    lake.read(condemned).map(text -> Instant.parse(new String(text, StandardCharsets.UTF_8)));
            boolean isNamed = isNamed(desk, name);
            if (isNamed && since.isPresent()) {
                lake.delete(condemned);
            } else if (!isNamed && since.isEmpty()) {
                lake.create(condemned, now.toString().getBytes(StandardCharsets.UTF_8));
            }
            if (!isNamed && !now.isBefore(since.orElse(now).plus(grace)) && (since.isPresent() || graceTicks == 0)) {
                new RunFolder(lake, Desk.TABLE.table(), new RunId(name)).remove();
            }
        }
        return new Collector(number, rounds - 1, graceTicks);
    }

    private static boolean isNamed(Desk desk, String run) {
        Set<String> named = new HashSet<>();
        for (Lease lease : desk.leases.live(Desk.TABLE.table())) {
            named.add(lease.runId().text());
        }
        long head = desk.stores.journal().head(Desk.TABLE.table()).orElse(0);
        if (head > 0) {
            JournalEntry newest = desk.stores.journal().load(Desk.TABLE.table(), head);
            newest.projection().stream()
                    .map(PartitionState::location)
                    .filter(location -> location != null)
                    .forEach(location -> named.add(Written.run(location)));
        }
        for (CatalogPartition partition :
                desk.stores.catalog().partitions(Desk.TABLE).values()) {
            named.add(Written.run(MemoryLake.path(partition.location())));
        }
        return named.contains(run);
    }

>>>>>>> main
    @Override
    public String toString() {
        return "garbage collection";
    }
}
