/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final Path FULL = new Path("/dev/full");

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void fullDiskIsAFailureLikeAnyOtherAndLeavesNoFile() throws IOException {
        assumeThat(Files.exists(java.nio.file.Path.of(FULL.toString())))
                .as("only Linux has it: " + FULL)
                .isTrue();
        try (FullFileSystem files = new FullFileSystem()) {
            files.initialize(URI.create("file:///"), new Configuration());
            Path file = new Path(folder.toUri().resolve("report.json"));
            assertThatThrownBy(() -> WholeFile.write(files, file, "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
            assertThat(files.exists(file)).isFalse();
        }
    }

    /** Writes to a device that is always full. */
    private static final class FullFileSystem extends RawLocalFileSystem {
        @Override
        public String getScheme() {
            return "file";
        }

        @Override
        public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
            return super.create(FULL, true);
        }
    }
}
