/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.col;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * The columns of the groups under names of their own, {@code group0} and so on.
 *
 * @param expressions what the groups are made of
 */
record GroupColumns(List<Expression> expressions) {
    /** Copies the list. */
    GroupColumns {
        expressions = List.copyOf(expressions);
    }

    /** How many there are. */
    int size() {
        return expressions.size();
    }

    /** The name of one. */
    static String name(int zeroBasedIndex) {
        return "group" + zeroBasedIndex;
    }

    /** The columns of the input, named, with others after them. */
    Column[] of(Stream<Column> others) {
        return Stream.concat(
                        IntStream.range(0, size())
                                .mapToObj(index ->
                                        Spark.column(expressions.get(index)).as(name(index))),
                        others)
                .toArray(Column[]::new);
    }

    /** The named columns, with others after them. */
    Column[] with(Column... others) {
        return Stream.concat(IntStream.range(0, size()).mapToObj(index -> col(name(index))), Stream.of(others))
                .toArray(Column[]::new);
    }
}
