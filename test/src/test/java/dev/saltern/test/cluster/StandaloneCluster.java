/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Spark of a master and two workers, each a process, that start a process for each executor; closing it ends them all. */
final class StandaloneCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master (\\S+)");
    private static final int WORKERS = 2;

    private final SparkHome home;
    private final Path folder;
    private final List<JobProcess> processes = new ArrayList<>();
    private String master = "";

    private StandaloneCluster(SparkHome home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Starts it and waits until all parts know each other; logs and what the executors write go to the folder. */
    static StandaloneCluster start(SparkHome home, Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(home, folder);
        try {
            cluster.start();
            return cluster;
        } catch (IOException | InterruptedException | IllegalStateException e) {
            cluster.close();
            throw e;
        }
    }

    private void start() throws IOException, InterruptedException {
        List<String> ports = List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0");
        JobProcess first = start("master", "org.apache.spark.deploy.master.Master", ports);
        master = first.awaitLine(MASTER);
        List<JobProcess> workers = new ArrayList<>();
        for (int i = 1; i <= WORKERS; i++) {
            List<String> words = new ArrayList<>(ports);
            words.addAll(List.of("--cores", "1", "--memory", "1g"));
            words.addAll(List.of("--work-dir", folder.resolve("worker-" + i).toString(), master));
            workers.add(start("worker-" + i, "org.apache.spark.deploy.worker.Worker", words));
        }
        for (JobProcess worker : workers) {
            worker.awaitLine(REGISTERED);
        }
    }

    private JobProcess start(String name, String main, List<String> words) throws IOException {
        List<String> command = home.command(JobProcess.java(), main);
        command.addAll(words);
        JobProcess process = JobProcess.start(folder.resolve(name + ".log"), environment(), command);
        processes.add(process);
        return process;
    }

    /** A worker asks where Spark is, and of which Scala, when it starts an executor. */
    private Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME",
                home.folder().toString(),
                "SPARK_SCALA_VERSION",
                "2.12",
                "SPARK_LOCAL_IP",
                LOOPBACK,
                "SPARK_LOCAL_DIRS",
                folder.resolve("local").toString());
    }

    /**
     * Submits the job jar as spark-submit does.
     *
     * @param settings of Spark, above those of this cluster
     * @param words the command of the job and its arguments
     */
    JobProcess submit(Path log, Path jar, Map<String, String> settings, List<String> words) throws IOException {
        List<String> command = home.command(JobProcess.java(), "org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", master, "--class", "dev.saltern.jobs.Main"));
        Map<String, String> all = new java.util.TreeMap<>(Map.of(
                "spark.driver.host", LOOPBACK,
                "spark.driver.bindAddress", LOOPBACK,
                "spark.ui.enabled", "false",
                "spark.executor.memory", "640m",
                "spark.executor.cores", "1",
                "spark.executor.extraJavaOptions",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=Asia/Tokyo -Duser.language=tr"));
        all.putAll(settings);
        all.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.add(jar.toString());
        command.addAll(words);
        JobProcess process = JobProcess.start(log, environment(), command);
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        // Workers before the master, or they look for it.
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
    }
}
