/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A YARN of a resource manager and two node managers, each a process, that start a container for the driver and for each executor; closing
 * it ends them all.
 */
final class YarnCluster implements AutoCloseable {
    private static final Pattern ACTIVE = Pattern.compile("(Transitioned to active) state");
    private static final Pattern REGISTERED = Pattern.compile("Registered with ResourceManager as (\\S+)");
    private static final String SERVER = "org.apache.hadoop.yarn.server.";
    private static final int NODES = 2;

    private final SparkHome home;
    private final Path folder;
    private final Path conf;
    private final Daemons daemons;
    private final Map<String, String> settings;

    private YarnCluster(SparkHome home, Path folder) throws IOException {
        this.settings = settings();
        this.home = home;
        this.folder = folder;
        this.conf = folder.resolve("yarn-conf");
        this.daemons = new Daemons(
                home,
                folder,
                // Without a configuration only errors are logged, and nobody would know when it is up.
                List.of("-Dlog4j2.level=INFO"),
                Map.of(
                        // What containers are started with.
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SPARK_HOME", home.folder().toString(),
                        "SPARK_LOCAL_IP", Daemons.LOOPBACK,
                        "HADOOP_CONF_DIR", conf.toString(),
                        "YARN_CONF_DIR", conf.toString()));
    }

    /** Starts it and waits until all parts know each other; logs and what the containers write go to the folder. */
    static YarnCluster start(SparkHome home, Path folder) throws IOException, InterruptedException {
        YarnCluster cluster = new YarnCluster(home, folder);
        cluster.daemons.begin(cluster::start);
        return cluster;
    }

    private void start() throws IOException, InterruptedException {
        // spark-submit asks for the folder; what would stand there is told to each part by its command.
        Files.createDirectories(conf);
        daemons.start("resourcemanager", SERVER + "resourcemanager.ResourceManager", words(settings))
                .awaitLine(ACTIVE);
        List<JobProcess> nodes = new ArrayList<>();
        for (int i = 1; i <= NODES; i++) {
            Map<String, String> own = new TreeMap<>(settings);
            Path place = folder.resolve("node-" + i);
            own.put("yarn.nodemanager.local-dirs", place.resolve("local").toString());
            own.put("yarn.nodemanager.log-dirs", logs(i).toString());
            nodes.add(daemons.start("nodemanager-" + i, SERVER + "nodemanager.NodeManager", words(own)));
        }
        for (JobProcess node : nodes) {
            node.awaitLine(REGISTERED);
        }
    }

    /**
     * Submits the job jar in cluster mode, as the step of an EMR cluster does: the driver runs in a container too.
     *
     * @param archive the zip with the pipeline, and the folder that it is unpacked to: {@code FILE#FOLDER}
     * @param more settings of Spark, above those of this cluster
     * @param words the command of the job and its arguments
     */
    JobProcess submit(Path log, Path jar, String archive, Map<String, String> more, List<String> words)
            throws IOException {
        Map<String, String> all = new TreeMap<>(SparkHome.SMALL_EXECUTORS);
        all.put("spark.executor.instances", Integer.toString(NODES));
        all.put("spark.driver.memory", "1g");
        // The name of the machine may stand for an address that is down.
        all.put("spark.yarn.appMasterEnv.SPARK_LOCAL_IP", Daemons.LOOPBACK);
        all.put("spark.executorEnv.SPARK_LOCAL_IP", Daemons.LOOPBACK);
        // On EMR the jars of Spark lie on each machine as well.
        all.put("spark.yarn.jars", "local:" + home.jars() + "/*");
        all.put("spark.yarn.stagingDir", folder.resolve("staging").toUri().toString());
        this.settings.forEach((key, value) -> all.put("spark.hadoop." + key, value));
        // What a launch sets.
        all.put("spark.yarn.maxAppAttempts", "1");
        all.put("spark.executor.killOnFatalError.depth", "0");
        all.putAll(more);
        return daemons.submit(
                log, all, List.of("--master", "yarn", "--deploy-mode", "cluster", "--archives", archive), jar, words);
    }

    /** Returns where a node keeps the logs of its containers. */
    private Path logs(int node) {
        return folder.resolve("node-" + node).resolve("logs");
    }

    @Override
    public void close() {
        daemons.close();
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("yarn.resourcemanager.hostname", Daemons.LOOPBACK);
        for (String service : List.of("", "scheduler.", "resource-tracker.", "admin.", "webapp.")) {
            settings.put("yarn.resourcemanager." + service + "address", Daemons.LOOPBACK + ":" + freePort());
        }
        // The default one wants a file of queues.
        settings.put("yarn.resourcemanager.scheduler.class", SERVER + "resourcemanager.scheduler.fifo.FifoScheduler");
        settings.put("yarn.scheduler.minimum-allocation-mb", "256");
        settings.put("yarn.nodemanager.hostname", Daemons.LOOPBACK);
        for (String service : List.of("", "localizer.", "webapp.")) {
            settings.put("yarn.nodemanager." + service + "address", Daemons.LOOPBACK + ":0");
        }
        settings.put("yarn.nodemanager.resource.memory-mb", "3072");
        settings.put("yarn.nodemanager.resource.cpu-vcores", "2");
        // A Java of Spark reserves far more addresses than it uses.
        settings.put("yarn.nodemanager.vmem-check-enabled", "false");
        // The disk of a developer's machine may be fuller than the 90 % that a node manager puts up with.
        settings.put("yarn.nodemanager.disk-health-checker.enable", "false");
        settings.put("yarn.nodemanager.delete.debug-delay-sec", "600");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .flatMap(setting -> List.of("-D", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }
}
