/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Patience;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets that must be there before the stack is: what it is made of lies in one of them. */
public final class CodeBucket {
    private static final int MISSING = 404;
    private static final String OLDEST_REGION = "us-east-1";

    private final S3Client client;
    private final Patience patience;
    private final String region;

    /** Looks in a region. */
    public CodeBucket(Aws aws, Patience patience, String region) {
        this.client = aws.configured(S3Client.builder())
                .forcePathStyle(aws.hasPathStyle())
                .build();
        this.patience = patience;
        this.region = region;
    }

    /** Returns whether there is such a bucket that this account may look at. */
    public boolean exists(String bucket) {
        return patience.call("look at bucket " + bucket, () -> {
            try {
                return client.headBucket(request -> request.bucket(bucket))
                        .sdkHttpResponse()
                        .isSuccessful();
            } catch (S3Exception e) {
                if (e.statusCode() == MISSING) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Makes the bucket: private, encrypted as every new one is, with its old versions kept. The stack adds its policy. */
    public void create(String bucket) {
        patience.run(
                "make bucket " + bucket,
                () -> client.createBucket(request -> {
                    request.bucket(bucket);
                    if (!region.equals(OLDEST_REGION)) {
                        request.createBucketConfiguration(CreateBucketConfiguration.builder()
                                .locationConstraint(region)
                                .build());
                    }
                }));
        patience.run(
                "close bucket " + bucket,
                () -> client.putPublicAccessBlock(request -> request.bucket(bucket)
                        .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                                .blockPublicPolicy(true)
                                .ignorePublicAcls(true)
                                .restrictPublicBuckets(true))));
        patience.run(
                "keep the versions of bucket " + bucket,
                () -> client.putBucketVersioning(request -> request.bucket(bucket)
                        .versioningConfiguration(keep -> keep.status(BucketVersioningStatus.ENABLED))));
    }
}
