/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads small files, and writes them for others who may be looking for them at that moment: they see one whole, or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a file that must not exist. */
    public static void write(FileSystem files, Path file, String text) throws IOException {
        // An object appears when it is complete; a local file as soon as it is opened.
        boolean atOnce = !files.getScheme().equals("file");
        Path written = atOnce ? file : file.suffix(".tmp");
        try (OutputStream out = files.create(written, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FSError e) {
            // That is how Hadoop tells of a local disk that is full.
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
        if (!atOnce && !files.rename(written, file)) {
            throw new IOException("Cannot rename " + written + " to " + file);
        }
    }

    /** Returns the whole text of a file. */
    public static String read(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes a file that may exist: the last one who writes is right. */
    public static void replace(FileSystem files, Path file, String text) throws IOException {
        if (!files.getScheme().equals("file")) {
            try (OutputStream out = files.create(file, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        java.nio.file.Path local = java.nio.file.Path.of(file.toUri().getPath()).toAbsolutePath();
        Files.createDirectories(local.resolveSibling("."));
        // A name of its own: runs beside each other write the same file.
        java.nio.file.Path written = local.resolveSibling("." + local.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.writeString(written, text);
        Files.move(written, local, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
