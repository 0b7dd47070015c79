/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.Orderable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.StructField;

/**
 * The random numbers of a sample: XXH64 of the seed and the key, 64 bits. Equal keys have equal hashes, as NaN and NaN,
 * -0.0 and 0.0 are equal.
 */
final class Hash {

    /** Spacing of the numbers that {@link #uniform} makes: a {@code double} in {@code [0, 1)} can hold 53 bits. */
    private static final double UNIT = 0x1.0p-53;

    private static final int DROPPED_BITS = 64 - 53;

    private Hash() {}

    /** The hash of a row, a {@code BIGINT} that is never NULL. The seed comes first, so that it stirs every column. */
    static Column of(Column seed, List<StructField> keys) {
        Stream<Column> parts = keys.stream().flatMap(key -> {
            Column value = Input.column(key.name());
            // The hash function passes over NULL: without its place, (1, NULL) and (NULL, 1) would be one.
            return Stream.of(value.isNull(), Orderable.form(value, key.dataType()));
        });
        return xxhash64(Stream.concat(Stream.of(seed), parts).toArray(Column[]::new));
    }

    /** The hash of the occurrence of a key, counted from 0: the first keeps that of the key. */
    static Column of(Column hash, Column occurrence) {
        return when(occurrence.equalTo(lit(0)), hash).otherwise(xxhash64(hash, occurrence));
    }

    /**
     * The hash as a number in {@code [0, 1)}: its upper 53 bits as a binary fraction, which a {@code double} holds
     * exactly. So {@code P(uniform < p)} exceeds {@code p} by less than 2^-53, and {@code p = 1} takes every row.
     */
    static Column uniform(Column hash) {
        return shiftrightunsigned(hash, DROPPED_BITS).multiply(lit(UNIT));
    }

    /** A number in {@code [0, bound)} from the seed alone; none is likelier than another by more than bound / 2^64. */
    static int below(int bound, long seed) {
        return (int) Long.remainderUnsigned(XXH64.hashLong(seed, bound), bound);
    }
}
