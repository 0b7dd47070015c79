/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of Spark that a launch adds to those of the environment, which stand above them. */
final class SparkSettings {
    /** The Glue catalog behind Spark's own: the client is installed on EMR and on no public repository. */
    static final String GLUE_FACTORY = "com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory";

    /** The key of {@link #GLUE_FACTORY}. */
    static final String FACTORY_KEY = "hive.metastore.client.factory.class";

    private SparkSettings() {}

    /** Returns what holds on both targets. */
    static Map<String, String> both(LaunchSpec spec, int shufflePartitions) {
        Map<String, String> settings = new LinkedHashMap<>();
        // A driver that dies must not start the day again: the exit of the first attempt is the answer.
        settings.put("spark.yarn.maxAppAttempts", "1");
        // A broken Parquet page can overflow the stack of its decoder: that fails a task, and must not kill the
        // executor.
        settings.put("spark.executor.killOnFatalError.depth", "0");
        settings.put("spark.sql.catalogImplementation", "hive");
        if (shufflePartitions > 0) {
            settings.put(
                    "spark.sql.adaptive.coalescePartitions.initialPartitionNum", Integer.toString(shufflePartitions));
        }
        // Which launch a report belongs to; the job writes it down.
        settings.put("spark.saltern.launch", spec.id().text());
        settings.putAll(spec.environment().spark());
        return settings;
    }

    /** Returns what a cluster of one's own takes besides. */
    static Map<String, String> cluster(LaunchSpec spec, int shufflePartitions) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.dynamicAllocation.enabled", "true");
        // Spot machines leave with two minutes of notice: their shuffle blocks move to others meanwhile.
        settings.put("spark.decommission.enabled", "true");
        settings.put("spark.storage.decommission.enabled", "true");
        settings.put("spark.storage.decommission.shuffleBlocks.enabled", "true");
        // The driver lives where no machine is taken away.
        settings.put("spark.yarn.am.nodeLabelExpression", "CORE");
        settings.putAll(both(spec, shufflePartitions));
        return settings;
    }
}
