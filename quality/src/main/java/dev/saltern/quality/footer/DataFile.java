/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a table.
 *
 * @param partition the values of the partition columns, which stand in no file, by name; null where the partition is that of
 *     NULL
 */
record DataFile(Path path, long size, Map<String, @Nullable Object> partition) {
    DataFile {
        partition = new HashMap<>(partition);
    }
}
