/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Turns the values of one column into columns: one row per group, one column per value and aggregate.
 *
 * <p>A listed value without a row in a group gives NULL there, whatever the aggregate: {@code count(*)} too, because
 * the aggregates are computed over the rows of a group and value, and there are none to compute over. Rows with
 * another value, or with NULL, count nowhere, but their group is in the output.
 *
 * @param by names of the columns to group by, of any type but {@code INTERVAL} and {@code MAP}, NULL being a group of
 *     its own; empty: one group of all rows
 * @param on name of the column whose values become columns
 * @param values those values as text, at least one, in output order: what {@code CAST(... AS STRING)} makes of them
 * @param aggregates name to SQL aggregate expression, such as {@code avg(value)}, at least one, in output order
 */
public record Pivot(List<String> by, String on, List<String> values, Map<String, String> aggregates) {

    private static final String JOB_DESCRIPTION = "spark.job.description";

    /** Copies lists and map, in their order, and checks that there are values and aggregates. */
    public Pivot {
        by = List.copyOf(by);
        values = List.copyOf(values);
        aggregates = Measures.copyOf("aggregates", aggregates);
        InvalidTransformException.require(!on.isEmpty(), "Missing required on");
        InvalidTransformException.require(
                !values.isEmpty() && !values.contains(""),
                "Invalid values: " + values + " (must be one value or more, none of them empty)");
    }

    /**
     * Describes the wide table; runs no job.
     *
     * <p>Columns: those of {@code by}, as they are; then for each value, for each aggregate, one column of the type of
     * the aggregate that may be NULL. It is named by the value if there is one aggregate, else
     * {@code <value>_<aggregate>}. Rows: one per group; with an empty {@code by}, one even if the input is empty. Two
     * shuffles, both after the rows of each partition were reduced: by group and value, then by group. Order is lost.
     * Deterministic as far as the SQL functions are, see {@link Aggregate#apply}.
     *
     * @param rows the columns of {@code by}, {@code on} and those that the aggregates name
     * @return one row per group
     * @throws InvalidTransformException when a column is missing or has no order, {@code on} is also in {@code by}, an
     *     expression does not fit the table or has no aggregate function, or two output columns would share a name
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("pivot").requireDistinctNames(input);
        List<String> groups = problems.requireKeys(input, by);
        List<String> pivoted = problems.requireKeys(input, List.of(on));
        if (by.stream().anyMatch(name -> input.sameName(name, on))) {
            problems.add("column '" + on + "' cannot be both in by and in on");
        }
        problems.requireDistinctOutput(
                input, Stream.concat(groups.stream(), names().stream()).toList());
        Measures.check(problems, input, groups, aggregates);
        problems.throwIfAny();

        Column value = Input.column(pivoted.get(0)).cast("string");
        List<Column> longKeys = new ArrayList<>();
        IntStream.range(0, groups.size())
                .forEach(index -> longKeys.add(Input.column(groups.get(index)).as("group" + index)));
        longKeys.add(when(value.isin(values.toArray()), value).as("value"));
        Dataset<Row> cells = Measures.aggregate(rows, longKeys.toArray(Column[]::new), cellAggregates());
        Column[] wideKeys = IntStream.range(0, groups.size())
                .mapToObj(index -> Input.column("group" + index).as(groups.get(index)))
                .toArray(Column[]::new);
        return Measures.aggregate(cells, wideKeys, wideColumns());
    }

    /**
     * Finds the values that a pivot of this column can list; runs one job over that column.
     *
     * <p>One shuffle of the distinct values.
     *
     * @param rows any rows with the column
     * @param on name of a column with an order
     * @param maxValues most values to return, 1 or more
     * @return the distinct values that are not NULL, as text, sorted in the order of the column: numbers as numbers
     * @throws InvalidTransformException when the column is missing or has no order, or has more values
     */
    public static List<String> discover(Dataset<Row> rows, String on, int maxValues) {
        InvalidTransformException.require(maxValues >= 1, "Invalid max-values: " + maxValues + " (must be 1 or more)");
        Input input = new Input(rows, "input");
        Problems problems = new Problems("pivot").requireDistinctNames(input);
        List<String> found = problems.requireKeys(input, List.of(on));
        problems.throwIfAny();
        Column column = Input.column(found.get(0));
        Dataset<Row> distinct = rows.select(column).where(column.isNotNull()).distinct();
        SparkContext context = rows.sparkSession().sparkContext();
        String description = context.getLocalProperty(JOB_DESCRIPTION);
        context.setJobDescription("pivot: find the values of " + on);
        try {
            List<String> values = distinct.orderBy(column)
                    .limit(maxValues + 1)
                    .select(column.cast("string"))
                    .as(Encoders.STRING())
                    .collectAsList();
            if (values.size() > maxValues) {
                problems.add("column '" + on + "' has " + distinct.count() + " distinct values, more than " + maxValues
                        + ". List the values to keep, or raise the limit");
                problems.throwIfAny();
            }
            return values.stream().distinct().toList();
        } finally {
            context.setJobDescription(description);
        }
    }

    private List<String> names() {
        return values.stream()
                .flatMap(value -> aggregates.keySet().stream()
                        .map(aggregate -> aggregates.size() == 1 ? value : value + "_" + aggregate))
                .toList();
    }

    private Column[] cellAggregates() {
        List<String> expressions = List.copyOf(aggregates.values());
        return IntStream.range(0, expressions.size())
                .mapToObj(index -> expr(expressions.get(index)).as("aggregate" + index))
                .toArray(Column[]::new);
    }

    private Column[] wideColumns() {
        List<String> names = names();
        return IntStream.range(0, names.size())
                .mapToObj(index -> {
                    Column isValue = Input.column("value").equalTo(values.get(index / aggregates.size()));
                    Column cell = Input.column("aggregate" + index % aggregates.size());
                    // At most one cell of a group has this value, so first() has no choice and needs no order.
                    return first(when(isValue, cell), true).as(names.get(index));
                })
                .toArray(Column[]::new);
    }
}
