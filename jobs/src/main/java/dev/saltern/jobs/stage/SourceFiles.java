/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import java.util.List;

/**
 * The raw files of a source.
 *
 * @param files sorted by path, each once
 * @param paths the paths and globs that were looked at, in order
 */
public record SourceFiles(List<SourceFile> files, List<String> paths) {
    public SourceFiles {
        files = List.copyOf(files);
        paths = List.copyOf(paths);
    }

    /** Returns the size of all files together, in bytes. */
    public long bytes() {
        return files.stream().mapToLong(SourceFile::size).sum();
    }
}
