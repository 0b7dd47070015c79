/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import org.apache.spark.sql.SparkSession;

/** The one local session of the tests of this module: the settings of the first in a JVM count for all. */
public final class TestSession {
    private TestSession() {}

    /** Returns the session. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                // Broken Parquet pages overflow the stack of the reader, for which Spark would end the JVM.
                .config("spark.executor.killOnFatalError.depth", "0")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }
}
