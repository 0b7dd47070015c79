/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.aws.AwsClients;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A lake on S3. Documents are created by a conditional write, {@code If-None-Match: *}, which S3 grants to one of all that ask.
 *
 * <p>That write is sent once: sent again after its answer was lost it would be refused because of itself, and the lake would seem to belong
 * to somebody else.
 */
public final class S3Store implements LakeStore {
    private static final int PRECONDITION_FAILED = 412;

    private final String root;
    private final S3Address address;
    private final S3Client s3;
    private final S3Client onceOnly;
    private final S3Objects objects;
    private final Backoff backoff;

    /**
     * Opens a lake.
     *
     * @param root its root as an {@code s3://} address without a trailing slash
     */
    public S3Store(String root, AwsClients aws) {
        this.root = root;
        this.address = S3Address.parse(root);
        this.s3 = aws.s3();
        this.onceOnly = aws.s3OnceOnly();
        this.objects = new S3Objects(s3, address.bucket());
        this.backoff = aws.isPatient() ? Backoff.jittered() : Backoff.NONE;
    }

    @Override
    public String location(String path) {
        return path.isEmpty() ? root : root + "/" + path;
    }

    @Override
    public Backoff backoff() {
        return backoff;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return calling("read", path, () -> {
            try {
                return Optional.of(s3.getObjectAsBytes(
                                request -> request.bucket(address.bucket()).key(address.key(path)))
                        .asByteArray());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Creation create(String path, byte[] content) {
        return calling("write", path, () -> {
            try {
                onceOnly.putObject(
                        request -> request.bucket(address.bucket())
                                .key(address.key(path))
                                .ifNoneMatch("*"),
                        RequestBody.fromBytes(content));
                return Creation.CREATED;
            } catch (S3Exception e) {
                return outcome(e);
            } catch (SdkClientException e) {
                // A time-out or a broken connection: the request may have arrived.
                return Creation.UNKNOWN;
            }
        });
    }

    @Override
    public void replace(String path, byte[] content) {
        calling(
                "write",
                path,
                () -> s3.putObject(
                        request -> request.bucket(address.bucket()).key(address.key(path)),
                        RequestBody.fromBytes(content)));
    }

    @Override
    public void delete(String path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("Cannot remove " + root + ": it is the whole lake");
        }
        calling("remove", path, () -> objects.delete(address.key(path)));
    }

    @Override
    public List<String> names(String folder) {
        return calling("list", folder, () -> objects.names(address.folder(folder)));
    }

    @Override
    public List<StoredFile> files(String folder) {
        int prefix = address.folder("").length();
        return calling(
                "list",
                folder,
                () -> objects.below(address.folder(folder))
                        .map(file -> new StoredFile(file.path().substring(prefix), file.size(), file.version()))
                        .toList());
    }

    /**
     * 409 says that another write of that name is under way, whose end nobody knows yet; a status above says that S3 is in trouble, before
     * or after it did what was asked.
     */
    private static Creation outcome(S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED) {
            return Creation.TAKEN;
        }
        boolean refused = e.statusCode() < 500
                && e.statusCode() != 409
                && !e.isThrottlingException()
                && !"RequestTimeout".equals(code(e));
        if (refused) {
            throw e;
        }
        return Creation.UNKNOWN;
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    }

    private <T> T calling(String verb, String path, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot " + verb + " " + location(path) + ": " + e.getMessage(), e);
        }
    }
}
