/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The services of one region. Each client is made when it is first asked for: making one costs more than most commands. Not thread-safe. */
public final class Aws {
    /** No request takes longer, and one that does has an unknown outcome. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private final Region region;
    private final Patience patience;
    private final boolean pathStyle;
    private final @Nullable URI endpoint;
    private final ObjectStore objects = new Stores(this::remoteObjects);
    private @Nullable Emr emr;
    private @Nullable Serverless serverless;
    private @Nullable ObjectStore remote;

    /**
     * Names the region.
     *
     * @param pathStyle whether buckets stand in the path: an endpoint of one's own has no host name for each
     */
    public Aws(String region, Patience patience, boolean pathStyle) {
        this(region, patience, pathStyle, null);
    }

    /** Names the region, and an endpoint that all services have in place of what the SDK finds. */
    public Aws(String region, Patience patience, boolean pathStyle, @Nullable URI endpoint) {
        this.region = Region.of(region);
        this.patience = patience;
        this.pathStyle = pathStyle;
        this.endpoint = endpoint;
    }

    /** Returns the clusters. */
    public Emr emr() {
        if (emr == null) {
            emr = new Emr(configured(EmrClient.builder()).build(), patience);
        }
        return emr;
    }

    /** Returns the runs on EMR Serverless. */
    public Serverless serverless() {
        if (serverless == null) {
            serverless =
                    new Serverless(configured(EmrServerlessClient.builder()).build(), patience);
        }
        return serverless;
    }

    /** Returns objects on S3, and files. */
    public ObjectStore objects() {
        return objects;
    }

    /** Returns the live lines of a log group. */
    public LiveLogs logs(String group, String streamPrefix, Instant from) {
        return new LiveLogs(configured(CloudWatchLogsClient.builder()).build(), group, streamPrefix, from);
    }

    private ObjectStore remoteObjects() {
        if (remote == null) {
            S3ClientBuilder builder = configured(S3Client.builder()).forcePathStyle(pathStyle);
            remote = new S3Store(builder.build(), patience);
        }
        return remote;
    }

    /** Returns whether buckets stand in the path of their addresses. */
    public boolean hasPathStyle() {
        return pathStyle;
    }

    /** Returns the builder of a client of another service, set up as those here are: in the region, and repeating nothing by itself. */
    public <B extends AwsClientBuilder<B, ?> & software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<B, ?>>
            B configured(B builder) {
        ClientOverrideConfiguration once = ClientOverrideConfiguration.builder()
                // Repeating is Patience's: it waits for minutes, and never repeats a RunJobFlow.
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .executionInterceptors(List.of(new MoreMembers()))
                .build();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.region(region)
                .defaultsMode(software.amazon.awssdk.awscore.defaultsmode.DefaultsMode.STANDARD)
                .overrideConfiguration(once)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(SOCKET_TIMEOUT)
                        .socketTimeout(SOCKET_TIMEOUT));
    }
}
