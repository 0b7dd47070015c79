/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.aws;

import dev.saltern.conf.Access;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Spark settings that make S3A reach AWS as the SDK's clients do. They name classes; nothing loads them until a path needs S3A. */
public final class S3aSettings {
    private static final String S3A = "spark.hadoop.fs.s3a.";
    private static final String FACTORY = "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory";

    private S3aSettings() {}

    /** Returns whether a path or an address is on S3. */
    public static boolean isOnS3(String location) {
        return location.startsWith("s3://") || location.startsWith("s3a://");
    }

    /** Returns what an environment says about the way to AWS; empty if it leaves that to the cluster. */
    public static Map<String, String> reaching(Access access) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (access.region() != null) {
            settings.put(S3A + "endpoint.region", access.region());
        }
        if (access.endpoint() != null) {
            settings.put(S3A + "endpoint", access.endpoint());
        }
        if (access.pathStyle()) {
            settings.put(S3A + "path.style.access", "true");
        }
        if (!Interceptors.names().isEmpty()) {
            settings.put(S3A + "audit.execution.interceptors", Interceptors.names());
        }
        return settings;
    }

    /** Returns what a session without a cluster needs besides: who serves s3://, and whence credentials come. */
    public static Map<String, String> withoutCluster() {
        return Map.of(
                // One name for an object, the one that Athena and Glue use too.
                "spark.hadoop.fs.s3.impl",
                "org.apache.hadoop.fs.s3a.S3AFileSystem",
                S3A + "aws.credentials.provider",
                "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    }

    /**
     * Returns what makes Spark write through the magic committer: files appear where they belong when the job commits, without a rename,
     * and not at all if it fails.
     */
    public static Map<String, String> magicCommitter() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "spark.sql.sources.commitProtocolClass", "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol");
        settings.put(
                "spark.sql.parquet.output.committer.class",
                "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter");
        settings.put("spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a", FACTORY);
        settings.put("spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3", FACTORY);
        settings.put(S3A + "committer.name", "magic");
        return settings;
    }
}
