/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.util.List;

/**
 * Which series are to be cut, before their rows were looked at.
 *
 * @param series the series to cut; none: the plain window will do
 * @param chunkRows rows that a chunk is to have, 1 or more
 * @param maxCopied largest share of a series that may be copied into neighbours, 0 or more
 * @param reason why, with the numbers
 * @param declined what is not done and why, one sentence each
 */
record ChunkChoice(List<Series> series, long chunkRows, double maxCopied, String reason, List<String> declined) {
    /** Copies the lists. */
    ChunkChoice {
        series = List.copyOf(series);
        declined = List.copyOf(declined);
    }

    static ChunkChoice none(String reason, List<String> declined) {
        return new ChunkChoice(List.of(), 1, 0, reason, declined);
    }
}
