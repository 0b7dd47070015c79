/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the footers of all files say about a column.
 *
 * @param rows rows of the table
 * @param nullCount rows in which the column is NULL; -1 where a footer does not say
 * @param bounded whether every footer with values names their range
 * @param knownRange null where there is no value; means nothing unless bounded
 */
public record ColumnFacts(
        long rows,
        long nullCount,
        boolean bounded,
        @Nullable Range knownRange) {

    /** Returns how many rows are NULL, or nothing where a footer does not say. */
    public OptionalLong nulls() {
        return nullCount < 0 ? OptionalLong.empty() : OptionalLong.of(nullCount);
    }

    /** Returns whether it is known that no row has a value. */
    public boolean hasNoValue() {
        return nullCount == rows;
    }

    /** Returns the range of the values; nothing where it is not known or there is no value. */
    public Optional<Range> range() {
        return bounded ? Optional.ofNullable(knownRange) : Optional.empty();
    }

    /** Returns the facts about the rows of both. */
    ColumnFacts and(ColumnFacts other) {
        return new ColumnFacts(
                rows + other.rows,
                nullCount < 0 || other.nullCount < 0 ? -1 : nullCount + other.nullCount,
                bounded && other.bounded,
                Range.union(knownRange, other.knownRange));
    }
}
