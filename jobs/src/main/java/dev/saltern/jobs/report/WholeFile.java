/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes small files that others may be looking for at that moment: they see one whole, or not at all. */
final class WholeFile {
    private WholeFile() {}

    static void write(FileSystem files, Path file, String text) throws IOException {
        // An object appears when it is complete; a local file as soon as it is opened.
        boolean atOnce = !files.getScheme().equals("file");
        Path written = atOnce ? file : file.suffix(".tmp");
        try (OutputStream out = files.create(written, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!atOnce && !files.rename(written, file)) {
            throw new IOException("Cannot rename " + written + " to " + file);
        }
    }
}
