/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects of a bucket by their keys: page after page, a thousand at a time. */
final class S3Objects {
    /** As many keys as one call removes. */
    private static final int BATCH = 1000;

    private final S3Client s3;
    private final String bucket;

    S3Objects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Returns the objects below a prefix by their keys, in the order of these; what marks a folder is none. */
    Stream<StoredFile> below(String prefix) {
        return pages(ListObjectsV2Request.builder().prefix(prefix))
                .flatMap(page -> page.contents().stream())
                .filter(object -> !object.key().endsWith("/"))
                .map(object -> new StoredFile(
                        object.key(), object.size(), object.eTag().replace("\"", "")));
    }

    /** Returns the names right below a prefix, in order. */
    List<String> names(String prefix) {
        TreeSet<String> names = new TreeSet<>();
        pages(ListObjectsV2Request.builder().prefix(prefix).delimiter("/")).forEach(page -> {
            page.contents().forEach(object -> names.add(object.key().substring(prefix.length())));
            page.commonPrefixes()
                    .forEach(folder -> names.add(withoutSlash(folder.prefix().substring(prefix.length()))));
        });
        // The object that marks the folder itself.
        names.remove("");
        return List.copyOf(names);
    }

    /**
     * Removes an object and all that is below it, and returns how many there were.
     *
     * @throws S3Exception if S3 did not remove one of them; it says so in an answer that looks like success
     */
    int delete(String key) {
        List<String> keys = new ArrayList<>();
        keys.add(key);
        pages(ListObjectsV2Request.builder().prefix(key + "/"))
                .forEach(page -> page.contents().forEach(object -> keys.add(object.key())));
        for (int from = 0; from < keys.size(); from += BATCH) {
            deleteBatch(keys.subList(from, Math.min(keys.size(), from + BATCH)));
        }
        return keys.size();
    }

    private void deleteBatch(List<String> keys) {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        DeleteObjectsResponse response = s3.deleteObjects(request ->
                request.bucket(bucket).delete(delete -> delete.objects(objects).quiet(true)));
        if (!response.errors().isEmpty()) {
            S3Error first = response.errors().get(0);
            throw S3Exception.builder()
                    .message(response.errors().size() + " of " + keys.size() + " objects stay, " + first.key()
                            + " because of " + first.code() + " " + first.message())
                    .build();
        }
    }

    private Stream<ListObjectsV2Response> pages(ListObjectsV2Request.Builder request) {
        return s3.listObjectsV2Paginator(request.bucket(bucket).build()).stream();
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
