/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Hive metastore inside the process, kept in H2 files in a local folder. The first process that opens them serves the others, so that a
 * query can read while a run holds the catalog; if it is killed, one of the others takes over.
 */
public final class EmbeddedMetastore {
    private static final String BIND_ADDRESS = "h2.bindAddress";

    /**
     * The first process serves the others; the database stays open between connections, as these are not pooled; and every commit is
     * on the disk when it returns, so that a killed process takes nothing with it.
     */
    private static final String URL_OPTIONS = ";AUTO_SERVER=TRUE;DB_CLOSE_DELAY=-1;WRITE_DELAY=0";

    private EmbeddedMetastore() {}

    /**
     * Returns the Spark settings that make a session's catalog this one; they must be given before the session is built.
     *
     * <p>Sets the system property {@code h2.bindAddress} to the loopback address unless it is set: the process must not serve the
     * metastore to the network.
     *
     * @param folder a local folder: that of the lake, unless the lake is somewhere else
     */
    public static Map<String, String> settings(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (System.getProperty(BIND_ADDRESS) == null) {
            System.setProperty(BIND_ADDRESS, "127.0.0.1");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.sql.catalogImplementation", "hive");
        settings.put(
                "spark.sql.warehouse.dir", root.resolve("_warehouse").toUri().toString());
        settings.put(
                "spark.hadoop.javax.jdo.option.ConnectionURL",
                "jdbc:h2:file:" + root.resolve("_metastore").resolve("metastore") + URL_OPTIONS);
        settings.put("spark.hadoop.javax.jdo.option.ConnectionDriverName", "org.h2.Driver");
        settings.put("spark.hadoop.javax.jdo.option.ConnectionUserName", "sa");
        settings.put("spark.hadoop.javax.jdo.option.ConnectionPassword", "");
        settings.put("spark.hadoop.datanucleus.schema.autoCreateAll", "true");
        // H2's own INFORMATION_SCHEMA has a table ROLES too, which DataNucleus would take for the metastore's.
        settings.put("spark.hadoop.datanucleus.mapping.Schema", "PUBLIC");
        settings.put("spark.hadoop.hive.metastore.schema.verification", "false");
        settings.put("spark.hadoop.hive.metastore.schema.verification.record.version", "false");
        // Spark keeps the schema in table properties; Hive's own copy is not compared.
        settings.put("spark.hadoop.hive.metastore.disallow.incompatible.col.type.changes", "false");
        settings.putAll(survivingTheServer());
        return settings;
    }

    /**
     * When the process that serves the metastore is killed, another one takes over. A pool would go on handing out the dead connections,
     * and Hive would keep the broken transaction and report every table as missing: each call gets a connection and a state of its own,
     * and is tried again.
     */
    private static Map<String, String> survivingTheServer() {
        return Map.of(
                "spark.hadoop.datanucleus.connectionPoolingType", "NONE",
                "spark.hadoop.hive.hmshandler.force.reload.conf", "true",
                "spark.hadoop.hive.hmshandler.retry.attempts", "10",
                "spark.hadoop.hive.hmshandler.retry.interval", "500ms");
    }
}
