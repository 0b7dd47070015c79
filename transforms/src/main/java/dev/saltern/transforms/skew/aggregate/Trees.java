/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Reads and rewrites trees of expressions. */
final class Trees {

    private Trees() {}

    /** The elements of a sequence of Spark. */
    static <T> List<T> list(Seq<T> elements) {
        return JavaConverters.seqAsJavaList(elements);
    }

    /** The elements as a sequence that Spark takes. */
    static <T> scala.collection.immutable.List<T> seq(List<T> elements) {
        return JavaConverters.asScalaBuffer(elements).toList();
    }

    /** The expression and all below it, parents first. */
    static Stream<Expression> nodes(Expression expression) {
        return Stream.concat(
                Stream.of(expression), list(expression.children()).stream().flatMap(Trees::nodes));
    }

    /** The expression with the topmost parts that have a replacement replaced. */
    static Expression replace(Expression expression, Function<Expression, Optional<Expression>> replacement) {
        return replacement.apply(expression).orElseGet(() -> {
            List<Expression> children = list(expression.children());
            List<Expression> replaced =
                    children.stream().map(child -> replace(child, replacement)).toList();
            return replaced.equals(children) ? expression : expression.withNewChildren(seq(replaced));
        });
    }
}
