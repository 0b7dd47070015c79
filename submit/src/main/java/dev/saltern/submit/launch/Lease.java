/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Content;
import dev.saltern.submit.aws.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The right to launch a pipeline for some days and a key: an object in the lake that is created only where there is none. A launcher that
 * died leaves it behind; it is taken over when it has expired, or when nothing of its launch is alive. Not thread-safe.
 */
public final class Lease {
    private final ObjectStore objects;
    private final Address address;
    private final String launch;
    private final Instant expires;

    private Lease(ObjectStore objects, Address address, String launch, Instant expires) {
        this.objects = objects;
        this.address = address;
        this.launch = launch;
        this.expires = expires;
    }

    /** What a lease says: who holds it, until when, since when, and the cluster or job run that it started, or the empty text. */
    record Held(String launch, Instant expires, Instant taken, String started) {}

    /**
     * Takes the lease.
     *
     * @param grace how long a holder may take before it has started anything
     * @param isAlive whether something that was started is still there
     * @throws SalternException with {@link ExitCode#LOCK_HELD} if another launch holds it
     */
    public static Lease take(
            ObjectStore objects,
            Address address,
            String launch,
            Instant now,
            Instant expires,
            Duration grace,
            Predicate<String> isAlive) {
        Lease lease = new Lease(objects, address, launch, expires);
        Content content = lease.content(now, "");
        for (int attempt = 0; attempt < 3; attempt++) {
            if (objects.putIfAbsent(address, content)) {
                return lease;
            }
            Optional<ObjectStore.Tagged> found = objects.find(address);
            if (found.isEmpty()) {
                continue;
            }
            Held held = read(found.get().text());
            if (held.launch().equals(launch)) {
                return lease; // The answer to the first write was lost; it is this very launch's.
            }
            boolean abandoned = held.expires().isBefore(now)
                    || (held.started().isEmpty()
                            ? held.taken().plus(grace).isBefore(now)
                            : !isAlive.test(held.started()));
            if (!abandoned) {
                throw held(held);
            }
            if (objects.putIfUnchanged(address, content, found.get().tag())) {
                return lease;
            }
        }
        throw new SalternException(
                ExitCode.LOCK_HELD, "Cannot take lease " + address + ": others take it all the time. Try again");
    }

    /** Writes down what was started, so that whoever finds the lease can look whether it is alive. */
    public void started(Instant now, String id) {
        objects.find(address)
                .filter(found -> read(found.text()).launch().equals(launch))
                .ifPresent(found -> objects.putIfUnchanged(address, content(now, id), found.tag()));
    }

    /** Gives the lease back, if it is still this launch's. */
    public void release() {
        objects.find(address)
                .filter(found -> read(found.text()).launch().equals(launch))
                .ifPresent(found -> objects.delete(address));
    }

    private static SalternException held(Held held) {
        String what = held.started().isEmpty()
                ? "is about to start it"
                : "runs it on " + held.started() + ". Watch it: saltern watch " + held.started();
        return new SalternException(ExitCode.LOCK_HELD, "Cannot launch: launch " + held.launch() + " " + what);
    }

    private Content content(Instant now, String started) {
        return Content.of("{\"launch\": \"" + launch + "\", \"taken\": \"" + now + "\", \"expires\": \"" + expires
                + "\", \"started\": \"" + started + "\"}\n");
    }

    private static Held read(String text) {
        try {
            JsonNode node = new ObjectMapper().readTree(text);
            return new Held(
                    node.path("launch").asText(),
                    Instant.parse(node.path("expires").asText()),
                    Instant.parse(node.path("taken").asText()),
                    node.path("started").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a lease: it is no JSON", e);
        }
    }
}
