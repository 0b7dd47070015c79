/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import dev.saltern.conf.CatalogKind;
import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.aws.S3aSettings;
import dev.saltern.jobs.publish.catalog.EmbeddedMetastore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Starts the Spark session of an environment. */
public final class Sessions {
    /** Settings of a session in which several runs go on beside each other: none waits for the tasks of another. */
    public static final Map<String, String> MANY_RUNS = Map.of("spark.scheduler.mode", "FAIR");

    private static final Map<String, String> ALWAYS = settings();

    /** What Spark's name of a setting of Hadoop starts with. */
    private static final String HADOOP = "spark.hadoop.";

    // The log belongs to the process, and so does how much it says.
    private static volatile boolean verbose;

    private Sessions() {}

    /** Says whether the sessions that start from here on tell on Spark's log what they do. */
    public static void setVerbose(boolean on) {
        verbose = on;
    }

    /** Starts a session that sees no catalog: enough to analyse a pipeline. */
    public static SparkSession withoutCatalog(Environment environment) {
        // Spark makes a folder for its default database at once; the working folder is no place for it.
        String folder = Path.of(System.getProperty("java.io.tmpdir"), "saltern-no-catalog")
                .toString();
        return start(environment, Map.of("spark.sql.warehouse.dir", folder));
    }

    /**
     * Starts a session whose catalog holds the published tables: the embedded Hive metastore of a lake on the local file system, or the
     * one that the cluster is configured for.
     */
    public static SparkSession withCatalog(Environment environment) {
        return withCatalog(environment, Map.of());
    }

    /** Starts the same session with more settings; those of the environment stand above them. */
    public static SparkSession withCatalog(Environment environment, Map<String, String> more) {
        Optional<Path> embedded = embedded(environment);
        embedded.ifPresent(Sessions::requireWritable);
        boolean glueAlone =
                embedded.isEmpty() && environment.catalog() == CatalogKind.GLUE && isOneMachine(environment);
        Map<String, String> settings = new LinkedHashMap<>(embedded.map(EmbeddedMetastore::settings)
                .orElse(Map.of("spark.sql.catalogImplementation", glueAlone ? "in-memory" : "hive")));
        more.forEach((key, value) -> settings.put(key, environment.spark().getOrDefault(key, value)));
        return start(environment, settings);
    }

    /** Returns the folder of the embedded metastore, or empty if the catalog is somebody else's. */
    private static Optional<Path> embedded(Environment environment) {
        String lake = environment.lake();
        if (!lake.contains("://") || lake.startsWith("file:")) {
            return Optional.of(Path.of(lake.replaceFirst("^file:(//)?", "")));
        }
        Optional<Path> folder = Optional.ofNullable(environment.metastore()).map(Path::of);
        if (folder.isEmpty()
                && environment.catalog() == CatalogKind.SESSION
                && isOneMachine(environment)
                && !namesMetastore(environment)) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Missing required metastore: the lake is on S3, and no cluster brings a catalog."
                            + " Name a local folder that is to hold it");
        }
        return folder;
    }

    private static boolean namesMetastore(Environment environment) {
        return environment.spark().keySet().stream()
                .anyMatch(key -> key.contains("hive.metastore.") || key.contains("javax.jdo.option.ConnectionURL"));
    }

    private static boolean isOneMachine(Environment environment) {
        return master(environment.spark()).startsWith("local");
    }

    /** spark-submit says which cluster; without it and without a word of the environment it is this machine. */
    private static String master(Map<String, String> settings) {
        return settings.getOrDefault("spark.master", System.getProperty("spark.master", "local[*]"));
    }

    /** Asks before the embedded metastore does, which cannot say so in one line. */
    private static void requireWritable(Path lake) {
        String reason = "";
        try {
            Files.createDirectories(lake);
        } catch (FileAlreadyExistsException e) {
            reason = "it is a file";
        } catch (IOException e) {
            reason = "the folder cannot be made (" + e.getClass().getSimpleName() + ")";
        }
        if (reason.isEmpty() && !Files.isWritable(lake)) {
            reason = "the folder is read-only";
        }
        if (!reason.isEmpty()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot use lake " + lake + ": " + reason + ". Set another with --set lake=DIR");
        }
    }

    /** Returns what tells Hadoop how files of the environment are reached, without a session. */
    public static Configuration hadoop(Environment environment) {
        Configuration hadoop = new Configuration();
        Map<String, String> all = new LinkedHashMap<>(S3aSettings.reaching(environment.access()));
        all.putAll(environment.spark());
        if (isOneMachine(environment)) {
            S3aSettings.withoutCluster().forEach(all::putIfAbsent);
        }
        all.forEach((key, value) -> {
            if (key.startsWith(HADOOP)) {
                hadoop.set(key.substring(HADOOP.length()), value);
            }
        });
        return hadoop;
    }

    private static SparkSession start(Environment environment, Map<String, String> catalog) {
        SparkSession.Builder builder = SparkSession.builder().appName("saltern");
        Map<String, String> all = new LinkedHashMap<>(ALWAYS);
        all.putAll(S3aSettings.reaching(environment.access()));
        all.putAll(environment.spark());
        all.putAll(catalog);
        Acceleration.of(environment).settings().forEach(all::putIfAbsent);
        all.putIfAbsent("spark.master", master(all));
        if (isOneMachine(environment)) {
            // A cluster says itself how it reaches S3 and by which committer it writes there.
            S3aSettings.withoutCluster().forEach(all::putIfAbsent);
            if (S3aSettings.isOnS3(environment.lake())) {
                S3aSettings.magicCommitter().forEach(all::putIfAbsent);
            }
            // A laptop's host name often resolves to an address that is down; the loopback never is.
            all.putIfAbsent("spark.driver.host", "localhost");
            all.putIfAbsent("spark.driver.bindAddress", "127.0.0.1");
            all.putIfAbsent("spark.ui.enabled", "false");
            // Hadoop takes it besides its own codecs, and in place of the one for the same ending.
            all.putIfAbsent("spark.hadoop.io.compression.codecs", OwnZstdCodec.class.getName());
            // A broken Parquet page can overflow the stack of its decoder; Spark would then end this very process to be
            // rid of its executor.
            all.putIfAbsent("spark.executor.killOnFatalError.depth", "0");
            // One task per folder to list is for object stores; a local disk lists a thousand folders faster than Spark
            // starts a task.
            all.putIfAbsent("spark.sql.sources.parallelPartitionDiscovery.parallelism", "8");
            // Enough for a question to the tables; a run fits it to its input.
            all.putIfAbsent("spark.sql.shuffle.partitions", "8");
        }
        all.forEach(builder::config);
        SparkSession session = builder.getOrCreate();
        if (verbose) {
            session.sparkContext().setLogLevel("INFO");
        }
        return session;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // One zone everywhere, so that a day means the same on a laptop and on a cluster.
        settings.put("spark.sql.session.timeZone", "UTC");
        // Spark 4 changes the default; the answer must not depend on the release.
        settings.put("spark.sql.ansi.enabled", "false");
        // INT96 timestamps have no statistics in the footers and are deprecated.
        settings.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        // The metastore is asked for so many values of a partition column by a chain of ORs, for more by their range.
        // The
        // parser of its database overflows the stack on a chain of hundreds, and Glue takes 2,048 characters.
        settings.put("spark.sql.hive.metastorePartitionPruningInSetThreshold", "50");
        // HotSpot compiles no longer method, and the masks of many rules make one: it would be interpreted, row by row.
        // Without it Spark generates many small ones.
        settings.put("spark.sql.codegen.hugeMethodLimit", "8000");
        // A day is made of some two hundred generated classes. Spark keeps a hundred, and so would compile all of them
        // again for each day
        // that an application computes.
        settings.put("spark.sql.codegen.cache.maxEntries", "2000");
        // A run is marked by its manifest; a second marker would only confuse.
        settings.put("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        // Progress is drawn by the command line.
        settings.put("spark.ui.showConsoleProgress", "false");
        return settings;
    }
}
