/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings under which adaptive execution splits the fullest partitions into pieces for all slots. */
final class Fitted {

    static final String ADVISORY_SIZE = "spark.sql.adaptive.advisoryPartitionSizeInBytes";

    static final String THRESHOLD = "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes";

    /** Pieces for each slot: sizes in memory are estimates, and what is shuffled is compressed to a part of them. */
    private static final int PIECES_PER_SLOT = 4;

    private static final long MIN_PIECE_BYTES = 1L << 20;

    private static final long MAX_PIECE_BYTES = 64L << 20;

    private Fitted() {}

    /** Settings for these sides, from the bytes of the fullest task of each. */
    static Map<String, String> settings(Situation situation, List<Facts> sides) {
        long fullest = sides.stream()
                .mapToLong(side -> situation.fullestRows(side) * side.rowBytes())
                .min()
                .orElse(0);
        long piece = Math.max(
                MIN_PIECE_BYTES,
                Math.min(
                        MAX_PIECE_BYTES,
                        fullest / ((long) PIECES_PER_SLOT * situation.slots().slots())));
        Map<String, String> settings = new HashMap<>();
        settings.put("spark.sql.adaptive.enabled", "true");
        settings.put("spark.sql.adaptive.skewJoin.enabled", "true");
        settings.put("spark.sql.adaptive.skewJoin.skewedPartitionFactor", String.valueOf(Ladder.MIN_FACTOR));
        settings.put(THRESHOLD, String.valueOf(2 * piece));
        settings.put(ADVISORY_SIZE, String.valueOf(piece));
        if (situation.groupedNext()) {
            // Grouping by the key of a split join takes one more shuffle, for which Spark would rather not split.
            settings.put("spark.sql.adaptive.forceOptimizeSkewedJoin", "true");
        }
        return settings;
    }
}
