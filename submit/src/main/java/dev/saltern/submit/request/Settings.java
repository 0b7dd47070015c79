/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.cluster.EmrCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.emr.model.Configuration;

/** The classifications of a cluster: Saltern's, and those of the cluster file, which stand above them. */
final class Settings {
    private Settings() {}

    static List<Configuration> of(LaunchSpec spec, EmrCluster cluster, int shufflePartitions) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("spark", new LinkedHashMap<>(Map.of("maximizeResourceAllocation", "false")));
        all.put("spark-defaults", SparkSettings.cluster(spec, shufflePartitions));
        all.put("spark-hive-site", new LinkedHashMap<>(Map.of(SparkSettings.FACTORY_KEY, SparkSettings.GLUE_FACTORY)));
        all.put("spark-log4j2", logging());
        // Without labels the driver may land on a spot machine.
        all.put(
                "yarn-site",
                new LinkedHashMap<>(Map.of(
                        "yarn.node-labels.enabled",
                        "true",
                        "yarn.node-labels.am.default-node-label-expression",
                        "CORE")));
        cluster.classifications()
                .forEach((name, settings) ->
                        all.computeIfAbsent(name, key -> new LinkedHashMap<>()).putAll(settings));
        return all.entrySet().stream()
                .map(entry -> Configuration.builder()
                        .classification(entry.getKey())
                        .properties(entry.getValue())
                        .build())
                .toList();
    }

    /** Warnings of Spark, and all that the job says: what diagnose reads. */
    private static Map<String, String> logging() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("rootLogger.level", "warn");
        settings.put("logger.saltern.name", "dev.saltern");
        settings.put("logger.saltern.level", "info");
        return settings;
    }
}
