/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Keeps one row of each set of rows with equal keys, where few rows have an equal: only those are brought together whole.
 *
 * <p>A plain {@link Dedupe} shuffles and sorts every row with all its columns. Here the hashes of the keys are shuffled first, eight
 * bytes a row; a row whose hash no other row has is unique, and stays where it is. Rows of equal keys have equal hashes, and different
 * keys with the same hash are told apart by the {@link Dedupe} that such rows go through: the rows that stay are the same to the last one.
 *
 * @param dedupe which row of several stays; with keys, or all columns would be hashed
 */
public record RareDuplicates(Dedupe dedupe) {
    /** BIGINT: a hash that more than one row has. */
    public static final String HASH = "hash";
    /** BIGINT: how many rows have it. */
    public static final String ROWS = "rows";

    /** Checks that there are keys. */
    public RareDuplicates {
        InvalidTransformException.require(!dedupe.keys().isEmpty(), "Missing required keys");
    }

    /** Describes the hashes that more than one row has, in columns {@link #HASH} and {@link #ROWS}; runs no job. One shuffle of a number a row. */
    public Dataset<Row> suspects(Dataset<Row> rows) {
        return rows.select(hash(rows).as(HASH))
                .repartition(col(HASH))
                .as(Encoders.LONG())
                .mapPartitions(new RepeatedLongs(), Encoders.LONG())
                .toDF(HASH)
                .groupBy(HASH)
                .agg(count(lit(1)).plus(1).as(ROWS));
    }

    /** Describes what stays of the rows whose hash is a suspect's; runs no job. Scans the rows, shuffles those. */
    public Dataset<Row> repeated(Dataset<Row> rows, Dataset<Row> suspects) {
        return dedupe.apply(joined(rows, suspects, "left_semi"));
    }

    /** Describes the rows whose hash is no suspect's, as they are; runs no job. Scans the rows; no shuffle, partitioning and order are kept. */
    public Dataset<Row> unrepeated(Dataset<Row> rows, Dataset<Row> suspects) {
        return joined(rows, suspects, "left_anti");
    }

    private Dataset<Row> joined(Dataset<Row> rows, Dataset<Row> suspects, String type) {
        // The name of the other side's column may be one of the rows' too.
        Dataset<Row> hashes = suspects.select(col(HASH).as("saltern_hash"));
        return rows.join(broadcast(hashes), hash(rows).equalTo(hashes.col("saltern_hash")), type);
    }

    private Column hash(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        return xxhash64(dedupe.keys().stream()
                .flatMap(key -> input.find(key).stream())
                .map(field -> Input.column(field.name()))
                .toArray(Column[]::new));
    }
}
