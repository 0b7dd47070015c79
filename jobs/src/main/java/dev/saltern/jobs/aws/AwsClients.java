/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.aws;

import dev.saltern.conf.Access;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Every client of the AWS SDK that Saltern itself calls is built here. Clients are thread-safe, shared by the process and live as long as
 * it. Credentials come from the SDK's default chain.
 *
 * <p>The HTTP client is Apache's: S3A needs it too, so that it is wherever S3A is.
 */
public final class AwsClients {
    private static final Map<Way, AwsClients> OPEN = new ConcurrentHashMap<>();

    /** How often a call that may be repeated is tried. */
    private static final int MAX_ATTEMPTS = 6;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** How long one attempt may take: documents are small, and nobody answers a small request later than this. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);

    /** What clients differ by. */
    private record Way(Access access, String interceptors) {}

    private final Access access;
    private final boolean isPatient;
    private final SdkHttpClient http;
    private final S3Client s3;
    private final S3Client s3OnceOnly;
    private final GlueClient glue;

    private AwsClients(Access access, boolean isPatient) {
        this.access = access;
        this.isPatient = isPatient;
        this.http = ApacheHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ATTEMPT_TIMEOUT)
                .build();
        StandardRetryStrategy.Builder again =
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS);
        if (!isPatient) {
            again.backoffStrategy(BackoffStrategy.retryImmediately())
                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                    .circuitBreakerEnabled(false);
        }
        this.s3 = s3(again.build());
        this.s3OnceOnly = s3(AwsRetryStrategy.doNotRetry());
        this.glue =
                configured(GlueClient.builder(), AwsRetryStrategy.doNotRetry()).build();
    }

    /**
     * Returns the clients for that way to AWS.
     *
     * @throws SalternException with {@link ExitCode#INVALID_CONFIGURATION} if nothing says which region
     */
    public static AwsClients of(Access access) {
        try {
            return OPEN.computeIfAbsent(
                    new Way(access, Interceptors.names()), way -> new AwsClients(way.access(), true));
        } catch (SdkClientException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot reach AWS: " + e.getMessage() + ". Set access.region in the environment, or AWS_REGION",
                    e);
        }
    }

    /** Returns clients of one's own that try as often and never wait: for tests of bad weather, which is over sooner then. */
    public static AwsClients impatient(Access access) {
        return new AwsClients(access, false);
    }

    /** Returns whether whoever uses the clients is to wait between attempts, as the clients do. */
    public boolean isPatient() {
        return isPatient;
    }

    /** Returns the client for calls to S3 that do the same however often they are sent; it sends them again when they fail. */
    public S3Client s3() {
        return s3;
    }

    /**
     * Returns the client for calls to S3 that must not be sent twice. A conditional write that is sent again after its answer was lost is
     * refused because of itself, which looks like a conflict with somebody else.
     */
    public S3Client s3OnceOnly() {
        return s3OnceOnly;
    }

    /** Returns the client of the Glue catalog; it sends nothing again, for whoever calls Glue knows what may be sent twice. */
    public GlueClient glue() {
        return glue;
    }

    private S3Client s3(RetryStrategy retries) {
        return configured(S3Client.builder(), retries)
                .forcePathStyle(access.pathStyle())
                .build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, RetryStrategy retries) {
        List<ExecutionInterceptor> interceptors = Interceptors.loaded();
        builder.httpClient(http)
                .credentialsProvider(DefaultCredentialsProvider.builder().build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries)
                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .executionInterceptors(interceptors)
                        .build());
        if (access.endpoint() != null) {
            builder.endpointOverride(URI.create(access.endpoint()));
        }
        if (access.region() != null) {
            builder.region(Region.of(access.region()));
        }
        return builder;
    }
}
