/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names what a run would produce: two runs with the same key read the same bytes with the same code and write the same rows.
 *
 * @param sha256 64 hex digits in lower case
 */
public record IdempotencyKey(@JsonValue String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final Comparator<InputFile> ORDER = Comparator.comparing(InputFile::path)
            .thenComparing(InputFile::version)
            .thenComparingLong(InputFile::size);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdempotencyKey {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Invalid idempotency key: " + sha256 + " (must be 64 hex digits)");
        }
    }

    /**
     * Returns the key of a run.
     *
     * @param inputs the files that it reads, in any order; one that two sources read counts once
     * @param codeVersion the version of the code that reads them
     * @param fingerprint a hash of the pipeline and everything it refers to
     * @param scope the periods that the run claims
     */
    public static IdempotencyKey of(List<InputFile> inputs, String codeVersion, String fingerprint, String scope) {
        MessageDigest digest = sha256Digest();
        add(digest, codeVersion);
        add(digest, fingerprint);
        add(digest, scope);
        inputs.stream().map(InputFile::content).distinct().sorted(ORDER).forEach(input -> {
            add(digest, input.path());
            add(digest, input.version());
            add(digest, Long.toString(input.size()));
        });
        return new IdempotencyKey(HexFormat.of().formatHex(digest.digest()));
    }

    /** Returns the SHA-256 of a text in UTF-8 as 64 hex digits. */
    static String hash(String text) {
        return HexFormat.of().formatHex(sha256Digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a text behind its length, so that no two lists of texts run into the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
