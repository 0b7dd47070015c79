/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes to be stored, known by their SHA-256: those of a file, which is read when it is sent, or of a text. Immutable. */
public final class Content {
    private final @Nullable Path file;
    private final byte[] text;
    private final byte[] digest;
    private final long bytes;

    private Content(@Nullable Path file, byte[] text, byte[] digest, long bytes) {
        this.file = file;
        this.text = text;
        this.digest = digest;
        this.bytes = bytes;
    }

    /** Returns the content of a file. */
    public static Content of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Content(file, new byte[0], digest.digest(), bytes);
        }
    }

    /** Returns the content of an array, which must not change afterwards. */
    public static Content of(byte[] bytes) {
        return new Content(null, bytes, sha256().digest(bytes), bytes.length);
    }

    /** Returns the content of a text. */
    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 as hex. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** Returns the SHA-256 as base64, as S3 checks it. */
    public String sha256Base64() {
        return java.util.Base64.getEncoder().encodeToString(digest);
    }

    /** Returns how large it is. */
    public long bytes() {
        return bytes;
    }

    /** Opens it from the start; may be done again. */
    public InputStream open() {
        try {
            return file == null ? new java.io.ByteArrayInputStream(text) : Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every Java has SHA-256", e);
        }
    }
}
