/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.lease;

import dev.saltern.jobs.publish.run.Json;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The leases of a lake, one document per run: {@code _leases/<table>/<runId>.json}.
 *
 * <p>A lease keeps no other run away: the journal alone decides who publishes. It only says that the files of the run are in use. A run
 * is written by one process, except that another one may finish it after a crash: whoever comes last writes the lease.
 */
public final class Leases {
    /** How long a run counts as alive after it said so: longer than clocks differ and than a garbage collection of Java pauses. */
    public static final Duration TTL = Duration.ofMinutes(15);

    private final LakeStore store;
    private final InstantSource clock;

    /** Opens the leases of a lake. */
    public Leases(LakeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Says that the run is alive: for the first time, or again. */
    public Lease announce(String table, RunId runId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return write(new Lease(table, runId, now, now, now.plus(TTL)));
    }

    /** Says that a run which was announced is still alive. */
    public Lease renew(Lease lease) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return write(new Lease(lease.table(), lease.runId(), lease.started(), now, now.plus(TTL)));
    }

    /** Says that the run has ended; a run that was not announced is no error. */
    public void release(String table, RunId runId) {
        store.delete(path(table, runId.text() + ".json"));
    }

    /** Returns the lease of every run of a table, also those that have expired, in the order of the runs' names. */
    public List<Lease> all(String table) {
        return store.names(path(table, "")).stream()
                .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                .flatMap(name -> read(path(table, name)).stream())
                .toList();
    }

    /** Returns the leases of a table that have not expired. */
    public List<Lease> live(String table) {
        Instant now = clock.instant();
        return all(table).stream().filter(lease -> lease.isLive(now)).toList();
    }

    private Lease write(Lease lease) {
        store.replace(path(lease.table(), lease.runId().text() + ".json"), Json.write(lease));
        return lease;
    }

    /** A lease that was released since it was listed is none. */
    private Optional<Lease> read(String path) {
        return store.read(path).map(json -> Json.read(json, Lease.class, store.location(path)));
    }

    private static String path(String table, String name) {
        String folder = "_leases/" + table;
        return name.isEmpty() ? folder : folder + "/" + name;
    }
}
