/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of a contestant, as the benchmark sees it. */
final class DayChild implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final Path log;
    private final long startedNanos = System.nanoTime();
    private boolean isFresh = true;

    private DayChild(Process process, Path log) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.log = log;
    }

    /**
     * Starts a contestant.
     *
     * @param options of its JVM
     * @param classPath where its classes are
     * @param folder one that it may work in; its log lies beside it
     */
    static DayChild start(DayEntrant entrant, List<String> options, String classPath, Path raw, Path conf, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk."))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dlog4j2.level=ERROR"));
        command.addAll(List.of("-cp", classPath, DayProcess.class.getName(), entrant.name()));
        command.addAll(List.of(raw.toString(), conf.toString(), folder.toString()));
        Path log = folder.resolve("log");
        return new DayChild(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /**
     * Lets it make the tables.
     *
     * @param out the folder that receives them
     * @return what it took; of a fresh process its start too
     * @throws IllegalStateException if it ends instead
     */
    DayRound run(Path out) throws IOException {
        long start = isFresh ? startedNanos : System.nanoTime();
        orders.println(out);
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(DayProcess.FIGURES)) {
                double wall = (System.nanoTime() - start) / NANOS;
                DayRound told =
                        new ObjectMapper().readValue(line.substring(DayProcess.FIGURES.length()), DayRound.class);
                DayRound round = isFresh ? told.tookSeconds(wall) : told;
                isFresh = false;
                return round;
            }
        }
        throw new IllegalStateException("Cannot go on: the process has ended, and its log ends " + tail());
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
