/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.col;

import dev.saltern.transforms.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The hashes of 50 keys with 4 rows each, under 400 seeds, computed by the code under test in one Spark job. */
final class Draws {

    static final int SEEDS = 400;
    static final int UNITS = 200;
    static final int OCCURRENCES = 4;

    private static final long[][] HASHES = new long[SEEDS][UNITS];
    private static final double[][] UNIFORM = new double[SEEDS][UNITS];

    static {
        StructField key = new StructField("key", DataTypes.LongType, true, org.apache.spark.sql.types.Metadata.empty());
        Column hash = Hash.of(Hash.of(col("seed"), List.of(key)), col("occurrence"));
        List<Row> rows = Tables.sql("SELECT s.id AS seed, CAST(floor(u.id / " + OCCURRENCES
                        + ") AS BIGINT) AS key, CAST(u.id % " + OCCURRENCES + " AS INT) AS occurrence, u.id AS unit"
                        + " FROM range(" + SEEDS + ") s CROSS JOIN range(" + UNITS + ") u")
                .select(col("seed"), col("unit"), hash, Hash.uniform(hash))
                .collectAsList();
        for (Row row : rows) {
            HASHES[(int) row.getLong(0)][(int) row.getLong(1)] = row.getLong(2);
            UNIFORM[(int) row.getLong(0)][(int) row.getLong(1)] = row.getDouble(3);
        }
    }

    private Draws() {}

    static double uniform(int seed, int unit) {
        return UNIFORM[seed][unit];
    }

    /** The units with the n least hashes. */
    static List<Integer> least(int seed, int n) {
        return IntStream.range(0, UNITS)
                .boxed()
                .sorted(java.util.Comparator.comparing(unit -> HASHES[seed][unit]))
                .limit(n)
                .toList();
    }

    /** The units below the share. */
    static List<Integer> below(int seed, double share) {
        return IntStream.range(0, UNITS)
                .filter(unit -> UNIFORM[seed][unit] < share)
                .boxed()
                .toList();
    }
}
