/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * How large the raw files of a day are.
 *
 * @param bytes as they lie on the disk
 * @param unpackedBytes as a program sees them that reads them
 */
record RawSize(long bytes, long unpackedBytes) {
    private static final List<String> SOURCES = List.of("readings", "sensors", "notes");
    private static final double MEGABYTE = 1e6;

    /** Measures the folder of a day; what is no source of the pipeline does not count. */
    static RawSize of(Path raw) throws IOException {
        long bytes = 0;
        long unpacked = 0;
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(raw.resolve(source))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(file);
                    unpacked += unpacked(file);
                }
            }
        }
        return new RawSize(bytes, unpacked);
    }

    private static long unpacked(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.size(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f MB of raw files as they lie on the disk, %.0f MB unpacked",
                bytes / MEGABYTE,
                unpackedBytes / MEGABYTE);
    }
}
