/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import java.util.List;

/** The classifications of EMR 7.x that a Spark cluster has a use for. */
public final class Classifications {
    /** Their names, as EMR spells them. */
    public static final List<String> NAMES = List.of(
            "capacity-scheduler",
            "core-site",
            "emrfs-site",
            "hadoop-env",
            "hadoop-log4j",
            "hdfs-env",
            "hdfs-site",
            "hive-site",
            "mapred-site",
            "spark",
            "spark-defaults",
            "spark-env",
            "spark-hive-site",
            "spark-log4j2",
            "spark-metrics",
            "yarn-env",
            "yarn-site");

    private Classifications() {}
}
