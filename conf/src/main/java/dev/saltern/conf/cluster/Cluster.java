/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import org.jspecify.annotations.Nullable;

/**
 * One cluster file: what a day is computed on, how long it may take, and what it may cost.
 *
 * @param name lower-case letters, digits and hyphens
 * @param description one sentence, or null
 * @param target how fast a day should be done; decides how many task nodes a launch begins with
 * @param deadline when a launch is given up
 * @param maxUsd what a launch may cost, or null if there is no limit
 * @param emr the cluster on EC2, or null if the file is for EMR Serverless alone
 * @param serverless the run on EMR Serverless, or null if the file is for EC2 alone
 */
public record Cluster(
        @Key(name = "cluster", doc = "The cluster's name: lower-case letters, digits and hyphens.")
        String name,

        @Key(doc = "One sentence on what the cluster is for.") @Nullable
        String description,

        @Key(
                doc = "How fast a day should be done; the launch begins with as many task nodes as that takes.",
                defaultValue = DEFAULT_TARGET)
        TimeSpan target,

        @Key(
                doc =
                        "When a launch is given up and its cluster terminated; near to it, spot machines are bought on demand.",
                defaultValue = DEFAULT_DEADLINE)
        TimeSpan deadline,

        @Key(
                doc =
                        "What a launch may cost in US dollars: above it the launch is refused, or stopped; --max-usd stands above it.")
        @Nullable
        Double maxUsd,

        @Key(doc = "The cluster on EC2, for saltern launch --on emr.") @Nullable
        EmrCluster emr,

        @Key(doc = "The run on EMR Serverless, for saltern launch --on serverless.") @Nullable
        ServerlessJob serverless) {
    /** How fast a day should be done. */
    public static final String DEFAULT_TARGET = "30m";

    /** When a launch is given up. */
    public static final String DEFAULT_DEADLINE = "4h";
}
