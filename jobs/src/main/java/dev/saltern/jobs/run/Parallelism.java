/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.jobs.plan.RunInputs;
import org.apache.spark.sql.SparkSession;

/** How many pieces a shuffle starts with; adaptive execution joins small ones afterwards. */
final class Parallelism {
    /** Raw bytes per shuffle partition: text that decompresses to a few times its size still fits a task's memory. */
    static final long BYTES_PER_PARTITION = 16L << 20;

    private static final int MAX_PARTITIONS = 4096;

    private Parallelism() {}

    /** Sets the session's shuffle partitions from the bytes that will be read, unless the environment set them. */
    static void fit(SparkSession session, Environment environment, RunInputs inputs) {
        String key = "spark.sql.shuffle.partitions";
        if (environment.spark().containsKey(key)) {
            return;
        }
        long bytes = inputBytes(inputs);
        int cores = session.sparkContext().defaultParallelism();
        long wanted = Math.max(cores, bytes / BYTES_PER_PARTITION);
        session.conf().set(key, Math.min(MAX_PARTITIONS, wanted));
    }

    /** Returns the size of the raw files. */
    static long inputBytes(RunInputs inputs) {
        return inputs.files().values().stream()
                .flatMap(files -> files.files().stream())
                .mapToLong(file -> file.size())
                .sum();
    }
}
