/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Text out of bytes that may be compressed: logs on S3 are. */
final class Unpacked {
    private Unpacked() {}

    static String text(Address address, byte[] bytes) throws IOException {
        if (!address.key().endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
