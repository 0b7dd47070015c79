/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How rows spread over keys. The same number of rows gives the same rows.
 *
 * <p>Facts have a key, a time, an item, a shop and a value; each of the {@code rows / 20} keys has one partner, unless said
 * otherwise. Zipf keys are drawn by the inverse of a Pareto distribution, rounded to whole ranks: the heaviest key has 21 %
 * of the rows for 1.2 (Zipf's law: 18 %) and 42 % for 1.5 (38 %).
 */
enum Shape {
    /** Each key has 20 rows or so. */
    UNIFORM("no skew"),
    ZIPF_12("Zipf 1.2"),
    ZIPF_15("Zipf 1.5"),
    /** One key has half the rows. */
    HALF("one key 50 %"),
    /** Ten keys have 8 % of the rows each. */
    TEN("ten keys 80 %"),
    NULLS("30 % NULL keys"),
    /** One key has 40 % of the facts, and another 40 % of the partners; one key hot on both sides would make 10^12 pairs. */
    BOTH("both sides hot");

    private static final int FILES = 64;
    private static final int PARTNER_FILES = 16;

    private final String label;

    Shape(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isSkewed() {
        return this != UNIFORM;
    }

    Dataset<Row> facts(SparkSession session, long rows) {
        return session.range(0, rows, 1, FILES)
                .selectExpr(
                        key(keys(rows)) + " AS key",
                        "timestamp_micros(1704067200000000 + id * 4000) AS at",
                        "pmod(xxhash64(id, 2), 200000) AS item",
                        "CAST(pmod(xxhash64(id, 3), 5000) AS INT) AS shop",
                        "pmod(xxhash64(id, 4), 1000000) / 1000.0D AS value");
    }

    /** One partner for each key, or for {@link #BOTH} a quarter as many as there are facts. */
    Dataset<Row> partners(SparkSession session, long rows) {
        long keys = keys(rows);
        long count = this == BOTH ? rows / 4 : keys;
        String key = this == BOTH
                ? "CASE WHEN id < " + keys + " THEN id WHEN id < " + (keys + count * 2 / 5)
                        + " THEN 2 ELSE 3 + pmod(xxhash64(id, 1), " + (keys - 3) + ") END"
                : "id";
        return session.range(0, count, 1, PARTNER_FILES)
                .selectExpr(key + " AS key", "hex(xxhash64(id, 5)) AS name", "id * 0.5D AS weight");
    }

    private static long keys(long rows) {
        return rows / 20;
    }

    private String key(long keys) {
        String any = "pmod(xxhash64(id, 1), " + keys + ")";
        String percent = "pmod(xxhash64(id, 6), 100)";
        return switch (this) {
            case UNIFORM -> any;
            case ZIPF_12 -> zipf(1.2, keys);
            case ZIPF_15 -> zipf(1.5, keys);
            case HALF -> "IF(" + percent + " < 50, 1, " + any + ")";
            case TEN -> "IF(" + percent + " < 80, pmod(" + percent + ", 10), " + any + ")";
            case NULLS -> "IF(" + percent + " < 30, NULL, " + any + ")";
            case BOTH -> "IF(" + percent + " < 40, 1, " + any + ")";
        };
    }

    private static String zipf(double exponent, long keys) {
        double least = Math.pow(0.5, 1 - exponent);
        double most = Math.pow(keys - 0.5, 1 - exponent);
        return String.format(
                Locale.ROOT,
                "CAST(floor(pow(%.12fD - pmod(xxhash64(id, 1), 1000000007) / 1000000007.0D * %.12fD, %.12fD) + 0.5D) AS"
                        + " BIGINT)",
                least,
                least - most,
                1 / (1 - exponent));
    }
}
