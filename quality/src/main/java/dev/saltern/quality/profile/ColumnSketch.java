/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** What the first pass tells of a column. Merging is commutative: the order of rows leaves no trace. Not thread-safe. */
final class ColumnSketch implements Serializable {
    final Cell cell;
    final SmallestHashes hashes = new SmallestHashes();
    final FrequentTexts values = new FrequentTexts();
    final Moments moments = new Moments();
    final LogBuckets buckets = new LogBuckets();
    final @Nullable TextSketch text;
    long nulls;
    long nans;
    long infinities;
    boolean whole = true;
    /** Smallest and largest value, NaN and infinities left out. */
    @Nullable
    Object min;

    @Nullable
    Object max;

    ColumnSketch(Cell cell) {
        this.cell = cell;
        this.text = cell.kind() == ColumnKind.TEXT ? new TextSketch() : null;
    }

    void add(InternalRow row) {
        if (cell.isNull(row)) {
            nulls++;
            return;
        }
        if (cell.kind() == ColumnKind.OPAQUE) {
            return;
        }
        Object value = cell.value(row);
        hashes.add(cell.hash(value));
        values.add(cell.key(value));
        if (text != null) {
            text.add((UTF8String) value);
        }
        if (cell.kind().isMeasure() && !measure(value)) {
            return;
        }
        range(value);
    }

    /** Takes a number, or counts it apart and returns false. */
    private boolean measure(Object value) {
        double number = cell.number(value);
        if (Double.isNaN(number)) {
            nans++;
        } else if (Double.isInfinite(number)) {
            infinities++;
        } else {
            whole &= number == Math.rint(number);
            if (cell.kind().isNumber()) {
                moments.add(number);
                buckets.add(number);
            }
            return true;
        }
        return false;
    }

    private void range(Object value) {
        if (min == null || compare(value, min) < 0) {
            min = keep(value);
        }
        if (max == null || compare(value, max) > 0) {
            max = keep(value);
        }
    }

    private static Object keep(Object value) {
        return value instanceof UTF8String text ? text.clone() : value;
    }

    @SuppressWarnings("unchecked") // The values of a column are all of one class.
    private static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    void add(ColumnSketch other) {
        hashes.add(other.hashes);
        values.add(other.values);
        moments.add(other.moments);
        buckets.add(other.buckets);
        if (text != null && other.text != null) {
            text.add(other.text);
        }
        nulls += other.nulls;
        nans += other.nans;
        infinities += other.infinities;
        whole &= other.whole;
        if (other.min != null && other.max != null) {
            range(other.min);
            range(other.max);
        }
    }
}
