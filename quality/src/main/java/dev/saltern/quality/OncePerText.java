/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeBlock;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.catalyst.expressions.codegen.FalseLiteral$;
import org.apache.spark.sql.catalyst.expressions.codegen.JavaCode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.jspecify.annotations.Nullable;
import scala.collection.IndexedSeq;
import scala.collection.JavaConverters;

/**
 * What a rule says of a row, where it reads one column of texts alone: computed once for each text and remembered, in the task.
 *
 * <p>Texts that have rules are codes more often than not: a thousand rows hold a few of them, and each would be put to the
 * regular expression again. Of a column of another type, and of texts that hardly come again, every value is judged.
 */
final class OncePerText extends Expression implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Expression text;
    private final Expression verdict;

    /**
     * Remembers.
     *
     * @param text the column
     * @param verdict bigint, 0 or more, never null, deterministic, and computed from nothing but the column
     */
    OncePerText(Expression text, Expression verdict) {
        this.text = text;
        this.verdict = verdict;
    }

    /** Returns the verdict, remembered if it is computed from a single column. */
    static Column of(Column verdict) {
        List<String> names = ColumnNames.of(verdict);
        return names.size() == 1
                ? Spark.column(
                        new OncePerText(Spark.expression(ColumnText.column(names.get(0))), Spark.expression(verdict)))
                : verdict;
    }

    @Override
    public scala.collection.immutable.List<Expression> children() {
        return JavaConverters.asScalaBuffer(List.of(text, verdict)).toList();
    }

    @Override
    public DataType dataType() {
        return DataTypes.LongType;
    }

    @Override
    public boolean nullable() {
        return false;
    }

    @Override
    public Object eval(InternalRow row) {
        return verdict.eval(row);
    }

    @Override
    public ExprCode doGenCode(CodegenContext context, ExprCode result) {
        if (!(text.dataType() instanceof StringType) || !verdict.deterministic()) {
            ExprCode plain = verdict.genCode(context);
            return result.copy(plain.code(), FalseLiteral$.MODULE$, plain.value());
        }
        ExprCode key = text.genCode(context);
        ExprCode judged = verdict.genCode(context);
        String texts = context.addMutableState(
                JudgedTexts.class.getName(),
                "judgedTexts",
                name -> name + " = new " + JudgedTexts.class.getName() + "();",
                true,
                true);
        JavaCode value = result.value();
        return result.copy(
                code(
                        List.of(
                                "",
                                "\nlong ",
                                " = ",
                                " ? -1L : " + texts + ".find(",
                                ");\nif (",
                                " < 0) {\n",
                                "\n",
                                " = ",
                                ";\nif (!",
                                ") {\n" + texts + ".put(",
                                ", ",
                                ");\n}\n}"),
                        List.of(
                                key.code(),
                                value,
                                key.isNull(),
                                key.value(),
                                value,
                                judged.code(),
                                value,
                                judged.value(),
                                key.isNull(),
                                key.value(),
                                value)),
                FalseLiteral$.MODULE$,
                result.value());
    }

    private static CodeBlock code(List<String> texts, List<JavaCode> between) {
        return new CodeBlock(
                JavaConverters.asScalaBuffer(texts).toList(),
                JavaConverters.asScalaBuffer(between).toList());
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
        return new OncePerText(children.apply(0), children.apply(1));
    }

    @Override
    public int productArity() {
        return 2;
    }

    @Override
    public Object productElement(int index) {
        return index == 0 ? text : verdict;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof OncePerText;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OncePerText same && text.equals(same.text) && verdict.equals(same.verdict);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, verdict);
    }
}
