/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.time.Instant;
import java.util.Comparator;
import org.apache.hadoop.fs.Path;

/** A file with its size in bytes and the time when it was last written; ordered by location. */
record StoredFile(Path path, long bytes, Instant modified) implements Comparable<StoredFile> {
    private static final Comparator<StoredFile> ORDER =
            Comparator.comparing(file -> file.path().toString());

    String name() {
        return path.getName();
    }

    @Override
    public int compareTo(StoredFile other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + " (" + bytes + " bytes, " + modified + ")";
    }
}
