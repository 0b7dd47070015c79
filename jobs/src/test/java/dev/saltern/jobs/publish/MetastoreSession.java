/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.catalog.EmbeddedMetastore;
import dev.saltern.jobs.publish.run.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The session of the tests, with a metastore in a lake of its own. */
public final class MetastoreSession {
    private static final Path ROOT = temporaryFolder();

    private MetastoreSession() {}

    /** Returns the session of this process. */
    public static SparkSession spark() {
        return open(lake());
    }

    /** Returns the lake that the session's metastore belongs to. */
    public static Lake lake() {
        return new Lake(ROOT.toString());
    }

    static SparkSession open(Lake lake) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                // As in every local session: a broken Parquet page must not end the process.
                .config("spark.executor.killOnFatalError.depth", "0")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC");
        EmbeddedMetastore.settings(lake.localRoot().orElseThrow()).forEach(builder::config);
        return builder.getOrCreate();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("saltern lake");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
