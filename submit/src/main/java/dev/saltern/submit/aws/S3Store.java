/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects on S3, written under conditions, checked by SHA-256 on arrival. */
final class S3Store implements ObjectStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final Patience patience;

    S3Store(S3Client client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public boolean putIfAbsent(Address address, Content content) {
        return put(address, content, request(address, content).ifNoneMatch("*").build());
    }

    @Override
    public boolean putIfUnchanged(Address address, Content content, String tag) {
        return put(address, content, request(address, content).ifMatch(tag).build());
    }

    /** Writes; a refusal behind a lost response may be of one's own write, so what is there is compared. */
    private boolean put(Address address, Content content, PutObjectRequest request) {
        return patience.call("write " + address, () -> {
            try {
                RequestBody body = RequestBody.fromContentProvider(
                        ContentStreamProvider.fromInputStreamSupplier(content::open),
                        content.bytes(),
                        "application/octet-stream");
                var unused = client.putObject(request, body);
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static PutObjectRequest.Builder request(Address address, Content content) {
        return PutObjectRequest.builder()
                .bucket(address.bucket())
                .key(address.key())
                .checksumSHA256(content.sha256Base64());
    }

    @Override
    public void delete(Address address) {
        var unused = patience.call(
                "delete " + address,
                () -> client.deleteObject(
                        builder -> builder.bucket(address.bucket()).key(address.key())));
    }

    @Override
    public Optional<Tagged> find(Address address) {
        return patience.call("read " + address, () -> {
            try {
                ResponseBytes<GetObjectResponse> found = client.getObjectAsBytes(
                        builder -> builder.bucket(address.bucket()).key(address.key()));
                return Optional.of(new Tagged(
                        Unpacked.text(address, found.asByteArray()),
                        found.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot unpack " + address, e);
            }
        });
    }

    @Override
    public List<Stored> list(Address prefix) {
        return patience.call(
                "list " + prefix,
                () -> client
                        .listObjectsV2Paginator(
                                builder -> builder.bucket(prefix.bucket()).prefix(prefix.key()))
                        .contents()
                        .stream()
                        .map(object -> new Stored(
                                new Address(prefix.bucket(), object.key()), object.size(), object.lastModified()))
                        .toList());
    }
}
