/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes of one cluster, of which each writes a log; closing it ends them all. */
final class Daemons implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final SparkHome home;
    private final Path folder;
    private final List<String> java;
    private final Map<String, String> environment;
    private final List<JobProcess> processes = new ArrayList<>();

    /**
     * Prepares them.
     *
     * @param folder of the logs
     * @param options of the Java of each
     * @param environment variables that each has besides
     */
    Daemons(SparkHome home, Path folder, List<String> options, Map<String, String> environment) {
        this.home = home;
        this.folder = folder;
        this.java = new ArrayList<>(JobProcess.java());
        java.addAll(options);
        this.environment = environment;
    }

    /** What starts them. */
    @FunctionalInterface
    interface Beginning {
        void start() throws IOException, InterruptedException;
    }

    /** Starts them all; if that fails, ends those that were started. */
    void begin(Beginning beginning) throws IOException, InterruptedException {
        try {
            beginning.start();
        } catch (IOException | InterruptedException | IllegalStateException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts one.
     *
     * @param name of its log
     */
    JobProcess start(String name, String main, List<String> words) throws IOException {
        return start(folder.resolve(name + ".log"), main, words);
    }

    /** Starts {@code spark-submit}, which is ended with the others. */
    JobProcess submit(Path log, Map<String, String> settings, List<String> options, Path jar, List<String> words)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--class", "dev.saltern.jobs.Main"));
        settings.forEach((key, value) -> all.addAll(List.of("--conf", key + "=" + value)));
        all.add(jar.toString());
        all.addAll(words);
        return start(log, "org.apache.spark.deploy.SparkSubmit", all);
    }

    @Override
    public void close() {
        // Those that were started first are looked for by the others.
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
    }

    private JobProcess start(Path log, String main, List<String> words) throws IOException {
        List<String> command = home.command(java, main);
        command.addAll(words);
        JobProcess process = JobProcess.start(log, environment, command);
        processes.add(process);
        return process;
    }
}
