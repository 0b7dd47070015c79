/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The chunks of every series that is cut; a series that is not has one chunk, labelled 0. Tasks carry it, so functions
 * of Java look things up: Spark has no expression for a binary search, and a filter over an array looks at every border.
 *
 * @param chunks by the hash of the series
 */
record ChunkTable(Map<Long, SeriesChunks> chunks) implements Serializable {
    private static final int[] WHOLE = {0};

    /** Copies the map. */
    ChunkTable {
        chunks = Map.copyOf(chunks);
    }

    /** Returns {@code ARRAY<INT>} as {@link SeriesChunks#seeing} has it. */
    Column seeing(Column hash, Column place) {
        UDF2<Long, Double, int[]> seeing = (series, at) -> {
            SeriesChunks known = chunks.get(series);
            return known == null ? WHOLE : known.seeing(at);
        };
        return udf(seeing, DataTypes.createArrayType(DataTypes.IntegerType, false))
                .apply(hash, place);
    }

    /** Returns what runs into a chunk from those before it, NULL if nothing. */
    Column carried(Column hash, Column label, DataType type) {
        UDF2<Long, Integer, Object> carried = (series, chunk) -> {
            SeriesChunks known = chunks.get(series);
            return known == null ? null : known.carriedInto(chunk);
        };
        return udf(carried, type).apply(hash, label);
    }
}
