/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.MetastoreSession;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.TableSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tables, partitions and clients of the tests. */
public final class GlueTestTables {
    static final String DATABASE = "default";

    private GlueTestTables() {}

    /** Counts every request that leaves the process, repeated ones too. */
    public static final class Counter implements ExecutionInterceptor {
        private int requests;

        /** Returns how many there were. */
        public int requests() {
            return requests;
        }

        @Override
        public synchronized void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            requests++;
        }
    }

    /** Returns a client of an endpoint; it repeats nothing by itself. */
    public static GlueClient client(URI endpoint, ExecutionInterceptor... interceptors) {
        return GlueClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(conf -> {
                    conf.retryStrategy(RetryMode.STANDARD)
                            .retryStrategy(retry -> retry.maxAttempts(1).build());
                    for (ExecutionInterceptor interceptor : interceptors) {
                        conf.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }

    static TableSpec table(String name, String ddl, Partitioning partitioning) {
        return table(name, ddl, partitioning, null, Evolve.REFUSE);
    }

    static TableSpec table(String name, String ddl, Partitioning partitioning, @Nullable Bucket bucket, Evolve evolve) {
        return new TableSpec(
                DATABASE, name, StructType.fromDDL(ddl).asNullable(), partitioning, bucket, evolve, "It's a table");
    }

    static String location(String name) {
        return MetastoreSession.lake().tableLocation(name);
    }

    static CatalogPartition day(String day, int version) {
        return new CatalogPartition(
                Map.of("dt", day),
                MetastoreSession.lake().resolve("_runs/t/r" + version + "/dt=" + day),
                Map.of(CatalogPartition.VERSION, Integer.toString(version), CatalogPartition.RUN, "r" + version));
    }

    static CatalogBatch creates(List<CatalogPartition> partitions) {
        return new CatalogBatch(partitions, List.of(), List.of());
    }

    static CatalogBatch updates(List<CatalogPartition> partitions) {
        return new CatalogBatch(List.of(), partitions, List.of());
    }

    static CatalogBatch drops(List<Map<String, String>> values) {
        return new CatalogBatch(List.of(), List.of(), values);
    }
}
