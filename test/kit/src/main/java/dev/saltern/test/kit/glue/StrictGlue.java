/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Glue Data Catalog in memory, behind Glue's own protocol (JSON 1.1). It refuses what Glue refuses: batches and pages beyond their
 * limits, updates from a version that is not the newest, values that do not fit the keys; and it does on demand what Glue does now and
 * then: it throttles, loses answers, refuses entries of a batch, gives short pages and leaves keys unprocessed. Thread-safe; one request
 * is carried out at a time.
 */
public final class StrictGlue implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "AWSGlue.";

    private final GlueScript script = new GlueScript();
    private final GlueOperations operations = new GlueOperations(script);
    private final Map<String, Integer> calls = new TreeMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private StrictGlue(HttpServer server) {
        this.server = server;
    }

    /** Starts one that holds nothing, on a free port of the loopback address. */
    public static StrictGlue start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StrictGlue glue = new StrictGlue(server);
            server.createContext("/", glue::handle);
            server.setExecutor(glue.threads);
            server.start();
            return glue;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a server on the loopback address", e);
        }
    }

    /** Returns where it answers. */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** Answers the next calls of an operation with "Rate exceeded". */
    public synchronized void throttle(String operation, int times) {
        script.throttle(operation, times);
    }

    /** Carries the next calls of an operation out and hangs up instead of answering. */
    public synchronized void loseAnswers(String operation, int times) {
        script.lose(operation, times);
    }

    /** Refuses the partition with that one value within the next batches of an operation. */
    public synchronized void refuse(String operation, String value, String code, int times) {
        script.refuse(operation, value, code, times);
    }

    /** Gives pages of at most that many partitions, whatever is asked for. */
    public synchronized void shortPages(int size) {
        script.shortPages(size);
    }

    /** Changes the table right before each of its next updates, as someone else would. */
    public synchronized void interfere(String database, String name, int times) {
        script.interfere(database + "." + name, times);
    }

    /** Leaves half of the keys of every BatchGetPartition unprocessed. */
    public synchronized void leaveKeys() {
        script.leaveKeys();
    }

    /** Returns how many requests came in, by operation. */
    public synchronized Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    /** Returns the table as Glue gives it. */
    public synchronized JsonNode table(String database, String name) {
        return operations.table(database, name).view();
    }

    /** Returns the partitions of the table as Glue gives them. */
    public synchronized List<JsonNode> partitions(String database, String name) {
        return List.copyOf(operations.table(database, name).partitions().values());
    }

    /** Returns how many versions of the table were archived. */
    public synchronized int archivedVersions(String database, String name) {
        return operations.table(database, name).archivedVersions();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        try (exchange) {
            if (target.startsWith(TARGET)) {
                respond(exchange, target.substring(TARGET.length()), request);
            } else {
                send(exchange, 404, JsonNodeFactory.instance.objectNode());
            }
        }
    }

    private void respond(HttpExchange exchange, String operation, JsonNode request) throws IOException {
        JsonNode answer;
        int status = 200;
        synchronized (this) {
            calls.merge(operation, 1, Integer::sum);
            try {
                if (script.isThrottled(operation)) {
                    throw new GlueFault("ThrottlingException", "Rate exceeded");
                }
                answer = operations.answer(operation, request);
                if (script.isLost(operation)) {
                    return;
                }
            } catch (GlueFault e) {
                status = 400;
                answer = JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", e.code())
                        .put("Message", e.getMessage());
            }
        }
        send(exchange, status, answer);
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
