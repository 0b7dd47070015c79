/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A main class in a process of its own, which can be killed. What it prints goes to a log. */
public final class JobProcess implements AutoCloseable {
    /** The exit status of a process that was killed by SIGKILL, or that halted at a crash point. */
    static final int KILLED = 137;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 100;
    /** How the job tells on standard error what it begins. */
    private static final Pattern PHASE = Pattern.compile(" *[0-9.]+ s  .*");

    private final Process process;
    private final Path log;
    private final long startedNanos = System.nanoTime();

    private JobProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a main class with the class path of this JVM; it prefers a quick start to the last bit of speed. */
    public static JobProcess start(Path log, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        return start(log, List.of(), options, main, arguments);
    }

    /**
     * Starts a main class by another command.
     *
     * @param before what stands before the name of Java
     */
    static JobProcess start(Path log, List<String> before, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(java());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(log, Map.of(), command);
    }

    /** Starts a command, with more variables of the environment than this process has. */
    public static JobProcess start(Path log, Map<String, String> more, List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(more);
        return new JobProcess(builder.start(), log);
    }

    /** Returns the words that start a Java in which Spark can work, up to its class path. */
    public static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        return command;
    }

    /**
     * Waits for the end and returns the exit status.
     *
     * @throws IllegalStateException if it takes too long; the process is killed then
     */
    public int await() throws InterruptedException {
        if (!endsWithin(LIMIT)) {
            kill();
            throw new IllegalStateException("Cannot wait for a process longer than " + LIMIT + ": its log is " + log);
        }
        return process.exitValue();
    }

    /** Kills the process at the moment, counted from its start, unless it has ended before; returns the exit status. */
    int killAt(Duration moment) throws InterruptedException {
        return endsWithin(moment.minus(age())) ? process.exitValue() : kill();
    }

    /** Waits until the job begins a phase whose name starts with the word, or has ended. */
    void awaitPhase(String word) throws IOException, InterruptedException {
        Pattern wanted = Pattern.compile(" *[0-9.]+ s  " + Pattern.quote(word) + ".*");
        while (process.isAlive() && lines().stream().noneMatch(wanted.asMatchPredicate())) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Returns what the job began last. */
    String phase() throws IOException {
        return lines().stream()
                .filter(PHASE.asMatchPredicate())
                .reduce((earlier, later) -> later)
                .map(line -> line.strip().replaceFirst("[0-9.]+ s  ", ""))
                .orElse("starting");
    }

    /** Waits until a line of the log has the pattern, and returns its first group. */
    public String awaitLine(Pattern pattern) throws IOException, InterruptedException {
        while (process.isAlive() && age().compareTo(LIMIT) < 0) {
            Optional<Matcher> found =
                    lines().stream().map(pattern::matcher).filter(Matcher::find).findFirst();
            if (found.isPresent()) {
                return found.get().group(1);
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("Cannot find " + pattern + " in " + log + ", which ends\n" + tail());
    }

    /** Returns whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns how long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Returns the last lines of the log. */
    public String tail() throws IOException {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** Ends the process, and first what it has started itself: a daemon that is killed would leave it behind. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Returns the lines of the log. */
    public List<String> lines() throws IOException {
        // A process that is killed may leave half a character behind.
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
