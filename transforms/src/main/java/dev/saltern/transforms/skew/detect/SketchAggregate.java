/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

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
import org.apache.spark.sql.types.BinaryType$;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import scala.collection.IndexedSeq;
import scala.collection.JavaConverters;

/**
 * The aggregate of Spark that makes a {@link KeySketch}. It is Spark's own kind of aggregate and not an {@code Aggregator}, because that
 * makes two objects for each row.
 */
final class SketchAggregate extends TypedImperativeAggregate<SketchBuffer> implements Serializable {
    private final Expression hash;
    private final Expression counted;
    private final int partitions;
    private final int mutableOffset;
    private final int inputOffset;

    private transient @Nullable UnsafeProjection inputs;

    /** Spark copies the aggregate through this constructor, with the elements of the product. */
    SketchAggregate(Expression hash, Expression counted, int partitions, int mutableOffset, int inputOffset) {
        this.hash = hash;
        this.counted = counted;
        this.partitions = partitions;
        this.mutableOffset = mutableOffset;
        this.inputOffset = inputOffset;
    }

    /** Returns the aggregate of a {@code BIGINT} hash over the rows where the {@code BOOLEAN} is true. */
    static Column of(Column hash, Column counted, int partitions) {
        return Spark.column(new SketchAggregate(Spark.expression(hash), Spark.expression(counted), partitions, 0, 0)
                .toAggregateExpression());
    }

    @Override
    public SketchBuffer createAggregationBuffer() {
        return new SketchBuffer(partitions);
    }

    @Override
    public SketchBuffer update(SketchBuffer buffer, InternalRow input) {
        if (inputs == null) {
            // Made where the rows are, so that the hash is computed by generated code.
            inputs = UnsafeProjection.create(children());
        }
        UnsafeRow values = inputs.apply(input);
        if (!values.isNullAt(1) && values.getBoolean(1)) {
            if (values.isNullAt(0)) {
                buffer.addNull();
            } else {
                buffer.add(values.getLong(0));
            }
        }
        return buffer;
    }

    @Override
    public SketchBuffer merge(SketchBuffer buffer, SketchBuffer input) {
        buffer.merge(input);
        return buffer;
    }

    @Override
    public Object eval(SketchBuffer buffer) {
        return buffer.sketch().toBytes();
    }

    @Override
    public byte[] serialize(SketchBuffer buffer) {
        return buffer.report();
    }

    @Override
    public SketchBuffer deserialize(byte[] bytes) {
        return SketchBuffer.ofReport(bytes, partitions);
    }

    @Override
    public boolean nullable() {
        return false;
    }

    @Override
    public DataType dataType() {
        return BinaryType$.MODULE$;
    }

    @Override
    public String prettyName() {
        return "key_sketch";
    }

    @Override
    public scala.collection.immutable.List<Expression> children() {
        return JavaConverters.asScalaBuffer(List.of(hash, counted)).toList();
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
        return new SketchAggregate(children.apply(0), children.apply(1), partitions, mutableOffset, inputOffset);
    }

    @Override
    public int mutableAggBufferOffset() {
        return mutableOffset;
    }

    @Override
    public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
        return new SketchAggregate(hash, counted, partitions, offset, inputOffset);
    }

    @Override
    public int inputAggBufferOffset() {
        return inputOffset;
    }

    @Override
    public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
        return new SketchAggregate(hash, counted, partitions, mutableOffset, offset);
    }

    @Override
    public int productArity() {
        return 5;
    }

    @Override
    public Object productElement(int index) {
        return List.<Object>of(hash, counted, partitions, mutableOffset, inputOffset)
                .get(index);
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof SketchAggregate;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SketchAggregate that
                && hash.equals(that.hash)
                && counted.equals(that.counted)
                && partitions == that.partitions
                && mutableOffset == that.mutableOffset
                && inputOffset == that.inputOffset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash, counted, partitions, mutableOffset, inputOffset);
    }
}
