/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reduces each group of rows to one row of measures.
 *
 * <p>NULL keys form a group of their own. How NULL and NaN count in a measure is up to its SQL function: {@code avg},
 * {@code sum}, {@code min}, {@code max} and {@code count(column)} leave NULL out, NaN is greater than any number.
 *
 * @param by names of the columns to group by, of any type but {@code INTERVAL} and {@code MAP}; empty: one group of all
 *     rows
 * @param measures output name to SQL aggregate expression, such as {@code avg(value)}, at least one, in output order;
 *     column names with dots or spaces stand in backticks
 */
public record Aggregate(List<String> by, Map<String, String> measures) {

    /** Copies list and map, in their order, and checks that there is a measure. */
    public Aggregate {
        by = List.copyOf(by);
        measures = Measures.copyOf("measures", measures);
    }

    /**
     * Describes the table of groups; runs no job.
     *
     * <p>Columns: those of {@code by}, as they are, then the measures in order, of the types of their expressions.
     * Rows: one per group; with an empty {@code by}, one even if the input is empty. One shuffle by the groups, after
     * the rows of each partition were reduced; order is lost. Deterministic as far as the SQL functions are: {@code
     * first} and {@code collect_list} follow the order of the rows, and the last digits of a sum of {@code DOUBLE}
     * follow how the rows were partitioned.
     *
     * @param rows the columns of {@code by} and those that the measures name
     * @return one row per group
     * @throws InvalidTransformException when a column is missing or has no order, an expression does not fit the table
     *     or has no aggregate function, or two output columns would share a name
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("aggregate").requireDistinctNames(input);
        List<String> groups = problems.requireKeys(input, by);
        problems.requireDistinctOutput(
                input,
                Stream.concat(groups.stream(), measures.keySet().stream()).toList());
        Measures.check(problems, input, groups, measures);
        problems.throwIfAny();
        return Measures.aggregate(rows, Input.columns(groups), Measures.columns(measures));
    }
}
