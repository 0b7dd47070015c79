/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * EMR and EMR Serverless on a port of this machine, with lives and faults that a test writes. Any client of the real API can speak to it.
 *
 * <p>Clusters live by the clock that the server is given: by a {@link VirtualClock} hours pass in no time. Thread-safe.
 */
public final class EmrTestServer implements AutoCloseable {
    private static final String TARGET = "ElasticMapReduce.";

    static {
        // Headers and body leave in two packets; without this the second waits 40 ms for the client to confirm the
        // first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final InstantSource clock;
    private final EmrActions emr = new EmrActions();
    private final ServerlessActions serverless = new ServerlessActions();
    private final List<Fault.Watch> faults = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    private EmrTestServer(InstantSource clock, int port) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts a server on a free port. */
    public static EmrTestServer start(InstantSource clock) throws IOException {
        return new EmrTestServer(clock, 0);
    }

    /** Starts a server on that port. */
    static EmrTestServer start(InstantSource clock, int port) throws IOException {
        return new EmrTestServer(clock, port);
    }

    /** Returns the address to give to a client as its endpoint. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Writes the life of the next cluster that is not written yet. */
    public synchronized EmrTestServer next(Life life) {
        emr.next(life);
        return this;
    }

    /** Writes the life of all clusters that have none of their own. */
    public synchronized EmrTestServer usual(Life life) {
        emr.usual(life);
        return this;
    }

    /** Writes the life of the next job run of EMR Serverless. */
    public synchronized EmrTestServer nextRun(StepLife life) {
        serverless.next(life);
        return this;
    }

    /** Lets something go wrong. */
    public synchronized EmrTestServer fault(Fault fault) {
        faults.add(new Fault.Watch(fault));
        return this;
    }

    /** Returns the ids of all clusters that were ever started. */
    public synchronized List<String> started() {
        return emr.clusters(clock.instant()).stream().map(EmrCluster::id).toList();
    }

    /** Returns the ids of the clusters that cost money at this moment. */
    public synchronized List<String> running() {
        return emr.clusters(clock.instant()).stream()
                .filter(cluster -> !cluster.hasEnded())
                .map(EmrCluster::id)
                .toList();
    }

    /** Returns the ids of the clusters that nobody and nothing has begun to end. */
    public synchronized List<String> leaked() {
        return emr.clusters(clock.instant()).stream()
                .filter(cluster -> !cluster.hasEnded() && !cluster.state().equals("TERMINATING"))
                .map(EmrCluster::id)
                .toList();
    }

    /** Returns the request that a cluster was started by. */
    public synchronized JsonNode request(String cluster) {
        return emr.clusters(clock.instant()).stream()
                .filter(one -> one.id().equals(cluster))
                .findFirst()
                .orElseThrow()
                .request();
    }

    /** Returns how many job runs of EMR Serverless were started. */
    public synchronized int startedRuns() {
        return serverless.started();
    }

    /** Returns how many job runs of EMR Serverless have not ended. */
    public synchronized long openRuns() {
        return serverless.open(clock.instant());
    }

    /** Returns the names of the actions that were called, in order, whatever became of them. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode request = body.length == 0 ? EmrPages.object() : json.readTree(body);
            Optional<ObjectNode> answer;
            try {
                answer = respond(exchange, request);
            } catch (EmrFailure failure) {
                ObjectNode error = EmrPages.object().put("__type", failure.code());
                error.put("message", failure.getMessage());
                exchange.getResponseHeaders().add("x-amzn-errortype", failure.code());
                send(exchange, failure.status(), error);
                return;
            }
            if (answer.isPresent()) {
                send(exchange, 200, answer.get());
            }
        }
    }

    /** Returns the answer; empty where the connection is to break without one. */
    private synchronized Optional<ObjectNode> respond(HttpExchange exchange, JsonNode request) {
        Instant now = clock.instant();
        @Nullable String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        List<String> path = Stream.of(exchange.getRequestURI().getPath().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        String action = target != null && target.startsWith(TARGET)
                ? target.substring(TARGET.length())
                : serverlessAction(exchange.getRequestMethod(), path);
        calls.add(action);
        Optional<Fault.Kind> fault = fault(action, now);
        if (fault.isPresent()) {
            switch (fault.get()) {
                case THROTTLED -> throw EmrFailure.throttled();
                case SERVER_ERROR -> throw EmrFailure.broken();
                case LOST_REQUEST -> {
                    return Optional.empty();
                }
                case LOST_RESPONSE -> {
                    carryOut(target, action, path, request, now);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(carryOut(target, action, path, request, now));
    }

    private static String serverlessAction(String method, List<String> path) {
        if (path.isEmpty() || !path.get(0).equals("applications")) {
            throw EmrFailure.unknownAction(method + " /" + String.join("/", path));
        }
        return ServerlessActions.action(method, path);
    }

    private ObjectNode carryOut(
            @Nullable String target, String action, List<String> path, JsonNode request, Instant now) {
        return target == null ? serverless.carryOut(action, path, request, now) : emr.carryOut(action, request, now);
    }

    /** Every fault sees every call of its actions; the first that befalls it wins. */
    private Optional<Fault.Kind> fault(String action, Instant now) {
        return faults.stream().filter(watch -> watch.befalls(action, now)).map(Fault.Watch::kind).toList().stream()
                .findFirst();
    }

    private void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] bytes = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
