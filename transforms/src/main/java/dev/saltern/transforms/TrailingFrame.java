/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

/**
 * The values of the last stretch of a series, and their mean, while the series is gone through in its order. Each value comes once and
 * goes once. Not thread-safe.
 */
final class TrailingFrame {
    private static final int FEW = 16;

    private final long width;
    private final ExactSum sum = new ExactSum();
    /** A ring: values by their positions, the oldest at {@link #first}. Its length is a power of two. */
    private long[] positions = new long[FEW];

    private double[] values = new double[FEW];
    private int first;
    private int size;

    /** Makes an empty frame of {@code (position - width, position]}. */
    TrailingFrame(long width) {
        this.width = width;
    }

    /** Moves the end of the frame to a position, not before the last. */
    void moveTo(long position) {
        while (size > 0 && positions[first] <= position - width) {
            sum.subtract(values[first]);
            first = (first + 1) & (positions.length - 1);
            size--;
        }
    }

    /** Adds a value at the end of the frame. */
    void add(long position, double value) {
        if (size == positions.length) {
            grow();
        }
        int last = (first + size) & (positions.length - 1);
        positions[last] = position;
        values[last] = value;
        size++;
        sum.add(value);
    }

    private void grow() {
        int length = Math.multiplyExact(size, 2);
        long[] morePositions = new long[length];
        double[] moreValues = new double[length];
        int untilEnd = size - first;
        System.arraycopy(positions, first, morePositions, 0, untilEnd);
        System.arraycopy(positions, 0, morePositions, untilEnd, first);
        System.arraycopy(values, first, moreValues, 0, untilEnd);
        System.arraycopy(values, 0, moreValues, untilEnd, first);
        positions = morePositions;
        values = moreValues;
        first = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the mean of the values in the frame: their exact sum, rounded, by their number. */
    double mean() {
        return sum.rounded() / size;
    }
}
