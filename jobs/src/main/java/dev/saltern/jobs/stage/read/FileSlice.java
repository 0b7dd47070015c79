/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Serializable;

/**
 * A range of a file that one task reads: the lines that start in {@code [start, end)}.
 *
 * @param end {@link Long#MAX_VALUE} for the end of the file, whatever its size
 */
record FileSlice(RawFile file, long start, long end) implements Serializable {
    boolean whole() {
        return start == 0 && end == Long.MAX_VALUE;
    }

    long weight(long openCost) {
        return openCost + Math.min(end, file.size()) - start;
    }
}
