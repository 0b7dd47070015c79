/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.InvalidTransformException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** A window function that gives the same answer when its series are cut. Rows of one order value follow each other in the order of their other columns. */
public final class WindowFunction {
    /** Longest reach of a frame by value, so that places and frames stay within a {@code long}. */
    private static final long MAX_RANGE = 1_000_000_000_000_000_000L;

    /** What is computed. */
    enum Kind {
        ROW_NUMBER,
        RANK,
        DENSE_RANK,
        RUNNING_SUM,
        LAG,
        LEAD,
        FRAME
    }

    private final Kind kind;
    private final String value;
    private final Reach reach;
    private final FrameMeasure measure;

    private WindowFunction(Kind kind, String value, Reach reach, FrameMeasure measure) {
        InvalidTransformException.require(!value.isEmpty() || isRank(kind), "Missing required value");
        this.kind = kind;
        this.value = value;
        this.reach = reach;
        this.measure = measure;
    }

    /** The number of the row in its series from 1 on: {@code INT}. */
    public static WindowFunction rowNumber() {
        return new WindowFunction(Kind.ROW_NUMBER, "", Reach.NONE, FrameMeasure.COUNT);
    }

    /** One more than the rows of lesser order: {@code INT}. */
    public static WindowFunction rank() {
        return new WindowFunction(Kind.RANK, "", Reach.NONE, FrameMeasure.COUNT);
    }

    /** One more than the lesser order values, NULL being one: {@code INT}. */
    public static WindowFunction denseRank() {
        return new WindowFunction(Kind.DENSE_RANK, "", Reach.NONE, FrameMeasure.COUNT);
    }

    /** The sum from the first row up to this: {@code BIGINT}, or {@code DECIMAL} of decimals. Of {@code DOUBLE} it is never cut. */
    public static WindowFunction runningSum(String value) {
        return new WindowFunction(Kind.RUNNING_SUM, value, Reach.NONE, FrameMeasure.SUM);
    }

    /** The value of the row that is {@code n} rows before, 1 or more; NULL if there is none. */
    public static WindowFunction lag(String value, int n) {
        require(n, 1, Integer.MAX_VALUE);
        return new WindowFunction(Kind.LAG, value, Reach.rows(n, 0), FrameMeasure.COUNT);
    }

    /** The value of the row that is {@code n} rows after, 1 or more; NULL if there is none. */
    public static WindowFunction lead(String value, int n) {
        require(n, 1, Integer.MAX_VALUE);
        return new WindowFunction(Kind.LEAD, value, Reach.rows(0, n), FrameMeasure.COUNT);
    }

    /** A measure of so many rows before the current row, that row, and so many after it; each 0 or more. */
    public static WindowFunction overRows(FrameMeasure measure, String value, int before, int after) {
        require(before, 0, Integer.MAX_VALUE);
        require(after, 0, Integer.MAX_VALUE);
        return new WindowFunction(Kind.FRAME, value, Reach.rows(before, after), measure);
    }

    /**
     * A measure of the rows whose order is in {@code [x - before, x + after]}, where {@code x} is that of the current row.
     * Rows without an order are a frame of their own.
     *
     * @param before in units of the order, microseconds for {@code DATE} and {@code TIMESTAMP}; in {@code [0, 10^18]}
     * @param after likewise
     */
    public static WindowFunction overRange(FrameMeasure measure, String value, long before, long after) {
        require(before, 0, MAX_RANGE);
        require(after, 0, MAX_RANGE);
        return new WindowFunction(Kind.FRAME, value, Reach.range(before, after), measure);
    }

    private static void require(long length, long least, long most) {
        InvalidTransformException.require(
                length >= least && length <= most,
                "Invalid window: " + length + " (must be in [" + least + ", " + most + "])");
    }

    private static boolean isRank(Kind kind) {
        return kind == Kind.ROW_NUMBER || kind == Kind.RANK || kind == Kind.DENSE_RANK;
    }

    Kind kind() {
        return kind;
    }

    String value() {
        return value;
    }

    Reach reach() {
        return reach;
    }

    boolean isRank() {
        return isRank(kind);
    }

    /** Whether the answer in a chunk depends on all rows before it. */
    boolean isCarried() {
        return isRank() || kind == Kind.RUNNING_SUM;
    }

    boolean isRange() {
        return !reach.inRows();
    }

    /** Whether rows of one order value are all the same to it. */
    boolean ignoresTies() {
        return kind == Kind.RANK || kind == Kind.DENSE_RANK || isRange();
    }

    boolean needsNumbers() {
        return kind == Kind.RUNNING_SUM || (kind == Kind.FRAME && measure.needsNumbers());
    }

    boolean needsOrder() {
        return kind == Kind.FRAME && (measure == FrameMeasure.MIN || measure == FrameMeasure.MAX);
    }

    /** Returns the function over that window; the values are not looked at by ranks. */
    Column over(Column values, WindowSpec window) {
        return switch (kind) {
            case ROW_NUMBER -> functions.row_number().over(window);
            case RANK -> functions.rank().over(window);
            case DENSE_RANK -> functions.dense_rank().over(window);
            case RUNNING_SUM -> functions.sum(values).over(window.rowsBetween(Window.unboundedPreceding(), 0));
            case LAG -> functions.lag(values, (int) reach.before()).over(window);
            case LEAD -> functions.lead(values, (int) reach.after()).over(window);
            case FRAME ->
                measure.of(values)
                        .over(
                                isRange()
                                        ? window.rangeBetween(-reach.before(), reach.after())
                                        : window.rowsBetween(-reach.before(), reach.after()));
        };
    }
}
