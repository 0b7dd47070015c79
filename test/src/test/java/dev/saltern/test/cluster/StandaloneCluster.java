/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A Spark of a master and two workers, each a process, that start a process for each executor; closing it ends them all. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master (\\S+)");
    private static final int WORKERS = 2;

    private final Daemons daemons;
    private final Path folder;
    private String master = "";

    private StandaloneCluster(SparkHome home, Path folder) {
        this.folder = folder;
        // A worker asks where Spark is, and of which Scala, when it starts an executor.
        this.daemons = new Daemons(
                home,
                folder,
                List.of(),
                Map.of(
                        "SPARK_HOME",
                        home.folder().toString(),
                        "SPARK_SCALA_VERSION",
                        "2.12",
                        "SPARK_LOCAL_IP",
                        Daemons.LOOPBACK,
                        "SPARK_LOCAL_DIRS",
                        folder.resolve("local").toString()));
    }

    /** Starts it and waits until all parts know each other; logs and what the executors write go to the folder. */
    static StandaloneCluster start(SparkHome home, Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(home, folder);
        cluster.daemons.begin(cluster::start);
        return cluster;
    }

    private void start() throws IOException, InterruptedException {
        List<String> ports = List.of("--host", Daemons.LOOPBACK, "--port", "0", "--webui-port", "0");
        JobProcess first = daemons.start("master", "org.apache.spark.deploy.master.Master", ports);
        master = first.awaitLine(MASTER);
        List<JobProcess> workers = new ArrayList<>();
        for (int i = 1; i <= WORKERS; i++) {
            List<String> words = new ArrayList<>(ports);
            words.addAll(List.of("--cores", "1", "--memory", "1g"));
            words.addAll(List.of("--work-dir", folder.resolve("worker-" + i).toString(), master));
            workers.add(daemons.start("worker-" + i, "org.apache.spark.deploy.worker.Worker", words));
        }
        for (JobProcess worker : workers) {
            worker.awaitLine(REGISTERED);
        }
    }

    /**
     * Submits the job jar as spark-submit does.
     *
     * @param settings of Spark, above those of this cluster
     * @param words the command of the job and its arguments
     */
    JobProcess submit(Path log, Path jar, Map<String, String> settings, List<String> words) throws IOException {
        Map<String, String> all = new TreeMap<>(SparkHome.SMALL_EXECUTORS);
        all.putAll(Map.of("spark.driver.host", Daemons.LOOPBACK, "spark.driver.bindAddress", Daemons.LOOPBACK));
        all.putAll(settings);
        return daemons.submit(log, all, List.of("--master", master), jar, words);
    }

    @Override
    public void close() {
        daemons.close();
    }
}
