/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A function in a process of its own: Lambda's runtime for Java, which gets its events from this server as it does from the service. The
 * process has nothing on its class path but that runtime, and nothing in its environment but what it is given.
 */
final class FunctionRuntime implements AutoCloseable {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Process process;
    private final Path log;

    /** What came back: what the handler returned, or the error that it ended with. */
    record Answer(boolean ok, String body) {}

    /**
     * Starts a function, and waits until it asks for its first event.
     *
     * @param task the folder with the function's classes
     * @param runtime the jars of Lambda's runtime
     * @param options of the JVM
     */
    FunctionRuntime(
            Path task, List<Path> runtime, String handler, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::serve);
        server.start();
        log = Files.createTempFile("saltern-function", ".log");
        log.toFile().deleteOnExit();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                String.join(
                        File.pathSeparator, runtime.stream().map(Path::toString).toList())));
        command.addAll(List.of(MAIN, handler));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .put(
                        "AWS_LAMBDA_RUNTIME_API",
                        "127.0.0.1:" + server.getAddress().getPort());
        process = builder.start();
        if (!ready.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new IllegalStateException("Cannot start the function: " + told());
        }
    }

    /** Sends an event and returns what came back. */
    Answer invoke(String event) throws InterruptedException {
        events.add(event);
        Answer answer = answers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("Cannot invoke the function: no answer in " + LIMIT + ". " + told());
        }
        return answer;
    }

    /** Returns what the process has printed. */
    String told() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            if (path.equals("invocation/next")) {
                ready.countDown();
                answer(exchange, 200, events.take());
                return;
            }
            answers.add(new Answer(path.endsWith("/response"), new String(body, StandardCharsets.UTF_8)));
            ready.countDown();
            answer(exchange, 202, "{\"status\": \"OK\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + LIMIT.toMillis()));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:saltern");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        server.stop(0);
        threads.shutdownNow();
    }
}
