/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.transforms.internal.Spark;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** A session of its own for one write, so that no setting leaks into the user's. */
final class StagingSession {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // A partition expression or rule that fails on one row must not fail the job.
            Map.entry("spark.sql.ansi.enabled", "false"),
            // The target belongs to this write alone.
            Map.entry("spark.sql.sources.partitionOverwriteMode", "static"),
            // Rows would be lost without a word.
            Map.entry("spark.sql.files.ignoreCorruptFiles", "false"),
            Map.entry("spark.sql.files.ignoreMissingFiles", "false"),
            // Microseconds with statistics, and no failure on dates before 1582 and times before 1900.
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            Map.entry("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"),
            Map.entry("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
            Map.entry("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED"),
            Map.entry("spark.sql.parquet.compression.codec", "snappy"));

    private StagingSession() {}

    static SparkSession of(SparkSession spark) {
        SparkSession clone = Spark.copy(spark);
        SETTINGS.forEach((key, value) -> clone.conf().set(key, value));
        return clone;
    }
}
