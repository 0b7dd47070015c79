/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.lease.Lease;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of garbage collection, as short as they can be told: what the newest journal entry, the catalog and the leases do not name is
 * condemned; what was condemned a grace ago and is still not named is removed.
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

    @Override
    public String toString() {
        return "garbage collection";
    }
}
