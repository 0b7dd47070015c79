/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import dev.saltern.transforms.internal.Spark;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType$;
import org.jspecify.annotations.Nullable;
import scala.collection.IndexedSeq;
import scala.collection.JavaConverters;

/**
 * The mean over {@code (position - width, position]} of a series, for a window that grows from the first row of the series to the current
 * one: this aggregate itself lets go of what is too far behind.
 *
 * <p>A window whose start moves is computed anew by Spark for every row, from all rows within it: a series of n rows takes n²/2 additions
 * where the window is as long as the series. A window that only grows is given each row once.
 */
final class TrailingMean extends TypedImperativeAggregate<TrailingFrame> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Expression position;
    private final Expression value;
    private final long width;
    private final int mutableOffset;
    private final int inputOffset;

    private transient @Nullable UnsafeProjection inputs;

    /** Spark copies the aggregate through this constructor, with the elements of the product. */
    TrailingMean(Expression position, Expression value, long width, int mutableOffset, int inputOffset) {
        this.position = position;
        this.value = value;
        this.width = width;
        this.mutableOffset = mutableOffset;
        this.inputOffset = inputOffset;
    }

    /**
     * Returns the aggregate, {@code DOUBLE}, for a range from the first row to the current one, ordered by the position.
     *
     * @param position {@code BIGINT}; a row without one counts in no mean
     * @param value {@code DOUBLE}; NULL is left out
     * @param width of the frame, in the unit of the position
     */
    static Column of(Column position, Column value, long width) {
        return Spark.column(new TrailingMean(Spark.expression(position), Spark.expression(value), width, 0, 0)
                .toAggregateExpression());
    }

    @Override
    public TrailingFrame createAggregationBuffer() {
        return new TrailingFrame(width);
    }

    @Override
    public TrailingFrame update(TrailingFrame frame, InternalRow input) {
        if (inputs == null) {
            // Made where the rows are, so that both are computed by generated code.
            inputs = UnsafeProjection.create(children());
        }
        UnsafeRow values = inputs.apply(input);
        if (!values.isNullAt(0)) {
            long at = values.getLong(0);
            frame.moveTo(at);
            if (!values.isNullAt(1)) {
                frame.add(at, values.getDouble(1));
            }
        }
        return frame;
    }

    @Override
    public @Nullable Object eval(TrailingFrame frame) {
        return frame.isEmpty() ? null : frame.mean();
    }

    @Override
    public TrailingFrame merge(TrailingFrame frame, TrailingFrame other) {
        throw needsOrder();
    }

    @Override
    public byte[] serialize(TrailingFrame frame) {
        throw needsOrder();
    }

    @Override
    public TrailingFrame deserialize(byte[] bytes) {
        throw needsOrder();
    }

    private static UnsupportedOperationException needsOrder() {
        return new UnsupportedOperationException(
                "Cannot compute part of a trailing mean: it needs its series in order");
    }

    @Override
    public boolean nullable() {
        return true;
    }

    @Override
    public DataType dataType() {
        return DoubleType$.MODULE$;
    }

    @Override
    public String prettyName() {
        return "trailing_mean";
    }

    @Override
    public scala.collection.immutable.List<Expression> children() {
        return JavaConverters.asScalaBuffer(List.of(position, value)).toList();
    }

    /** Scala 2.12 calls this, 2.13 the next. */
    @SuppressWarnings("MissingOverride") // Of the two only one is Spark's, by the version of Scala.
    public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
        return withChildren(children);
    }

    /** As above. */
    @SuppressWarnings("MissingOverride") // As above.
    public Expression withNewChildrenInternal(scala.collection.immutable.IndexedSeq<Expression> children) {
        return withChildren(children);
    }

    private Expression withChildren(IndexedSeq<Expression> children) {
        return new TrailingMean(children.apply(0), children.apply(1), width, mutableOffset, inputOffset);
    }

    @Override
    public int mutableAggBufferOffset() {
        return mutableOffset;
    }

    @Override
    public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
        return new TrailingMean(position, value, width, offset, inputOffset);
    }

    @Override
    public int inputAggBufferOffset() {
        return inputOffset;
    }

    @Override
    public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
        return new TrailingMean(position, value, width, mutableOffset, offset);
    }

    @Override
    public int productArity() {
        return 5;
    }

    @Override
    public Object productElement(int index) {
        return List.<Object>of(position, value, width, mutableOffset, inputOffset)
                .get(index);
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof TrailingMean;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrailingMean that
                && position.equals(that.position)
                && value.equals(that.value)
                && width == that.width
                && mutableOffset == that.mutableOffset
                && inputOffset == that.inputOffset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, value, width, mutableOffset, inputOffset);
    }
}
