/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

/**
 * A place on S3, or a folder of this machine.
 *
 * @param bucket the bucket, or the empty text for a folder
 * @param key the key without a slash at its end, or the folder's path
 */
public record Address(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /** Reads {@code s3://bucket/some/key}, also {@code s3a://} and {@code s3n://}, or a path. */
    public static Address parse(String text) {
        String plain = text.replaceFirst("^s3[an]://", SCHEME);
        if (!plain.startsWith(SCHEME)) {
            return new Address("", strip(plain.replaceFirst("^file:(//)?", "")));
        }
        String rest = plain.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        return slash < 0
                ? new Address(rest, "")
                : new Address(rest.substring(0, slash), strip(rest.substring(slash + 1)));
    }

    /** Returns whether it is on S3. */
    public boolean isRemote() {
        return !bucket.isEmpty();
    }

    /** Returns the place below. */
    public Address child(String name) {
        return new Address(bucket, key.isEmpty() ? name : key + "/" + name);
    }

    /** Returns the last part of the key. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return isRemote() ? SCHEME + bucket + "/" + key : key;
    }

    private static String strip(String path) {
        return path.length() > 1 && path.endsWith("/") ? strip(path.substring(0, path.length() - 1)) : path;
    }
}
