/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import dev.saltern.submit.aws.Address;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Raw files on S3. */
public final class RawFiles {
    private static final String ASIDE = "_refused";
    private static final int MAGIC = 4;

    private final S3Client client;

    /** Reads and moves by a client. */
    public RawFiles(S3Client client) {
        this.client = client;
    }

    /** Returns the first and the last bytes of a file, or empty if it is not there. */
    Optional<FileHead> head(Address file, long bytes) {
        try {
            long end = Math.min(bytes, FileHead.BYTES);
            byte[] first = range(file, 0, end);
            byte[] last = bytes < MAGIC ? new byte[0] : range(file, bytes - MAGIC, bytes);
            return Optional.of(new FileHead(first, last, end == bytes));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** Moves a file to where no source reads, with a word on why; returns where. One that has gone already stays gone. */
    Address setAside(Address file, String reason) {
        Address aside = new Address(file.bucket(), ASIDE + "/" + file.key());
        try {
            client.copyObject(copy -> copy.sourceBucket(file.bucket())
                    .sourceKey(file.key())
                    .destinationBucket(aside.bucket())
                    .destinationKey(aside.key()));
            client.putObject(
                    put -> put.bucket(aside.bucket()).key(aside.key() + ".why.txt"),
                    RequestBody.fromString("Refused on arrival: " + reason + "\n"));
            client.deleteObject(delete -> delete.bucket(file.bucket()).key(file.key()));
        } catch (NoSuchKeyException e) {
            return aside;
        }
        return aside;
    }

    private byte[] range(Address file, long from, long to) {
        if (to == from) {
            return new byte[0];
        }
        return client.getObject(
                        get -> get.bucket(file.bucket()).key(file.key()).range("bytes=" + from + "-" + (to - 1)),
                        ResponseTransformer.toBytes())
                .asByteArray();
    }
}
