/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import java.time.LocalDate;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * One raw file.
 *
 * @param path with its scheme, as Hadoop writes it
 * @param size in bytes
 * @param modifiedMillis since 1970-01-01T00:00:00Z
 * @param version what changes with its content: the entity tag of an object, or the modification time in milliseconds as text
 * @param period the first day of the period that its path names, or null
 */
public record SourceFile(
        String path,
        long size,
        long modifiedMillis,
        String version,
        @Nullable LocalDate period) {
    /** Returns what a listing says of a file. */
    static SourceFile of(FileStatus file, @Nullable LocalDate period) {
        String tag = file instanceof EtagSource tagged ? tagged.getEtag() : null;
        long modified = file.getModificationTime();
        return new SourceFile(
                file.getPath().toString(),
                file.getLen(),
                modified,
                tag == null ? Long.toString(modified) : tag,
                period);
    }
}
