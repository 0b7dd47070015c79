/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.util.Utils;

/** A Spark cluster of this machine: two executors in processes of their own, which find their classes where this process does. */
public final class LocalCluster {
    private LocalCluster() {}

    /**
     * Prepares this process and returns the settings of a session.
     *
     * @param folder for what executors keep; shuffle files are below {@code local}
     */
    public static Map<String, String> prepare(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("home/jars"));
        // In its own tests Spark takes its home from a property instead of the environment, and sets no memory aside.
        System.setProperty("spark.testing", "true");
        System.setProperty("spark.test.home", folder.resolve("home").toString());
        // The name of the machine may stand for an address that is down.
        Utils.setCustomHostname("localhost");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.master", "local-cluster[2,1,1024]");
        settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        settings.put("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1");
        settings.put("spark.executorEnv.SPARK_SCALA_VERSION", "2.12");
        settings.put("spark.local.dir", folder.resolve("local").toString());
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "localhost");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.shuffle.service.enabled", "false");
        // One small task for all would have read everything before anything is lost.
        settings.put("spark.sql.adaptive.coalescePartitions.enabled", "false");
        settings.put("spark.sql.autoBroadcastJoinThreshold", "-1");
        return settings;
    }

    /** Leaves the process as it was. */
    public static void forget() {
        System.clearProperty("spark.testing");
        System.clearProperty("spark.test.home");
    }

    /** Returns the processes of the executors: the Java processes that this one has started; their words are too long to be looked at. */
    public static List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .map(path -> path.endsWith("/java"))
                        .orElse(false))
                .toList();
    }
}
