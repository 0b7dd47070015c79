/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Percentile;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Which percentiles are taken from the values around their ranks alone: those of values of which a hot group has more
 * distinct ones than one task should merge.
 *
 * @param branches first stages of these
 * @param notes what was found of each value, one clause each
 */
record BracketChoice(List<BracketedValues> branches, List<String> notes) {

    private static final int MAX_RANGES = 16;

    /** Copies the lists. */
    BracketChoice {
        branches = List.copyOf(branches);
        notes = List.copyOf(notes);
    }

    /** Looks at the hot rows with one job, unless there is nothing to find. */
    static BracketChoice of(
            Map<List<Expression>, List<Holistic>> percentiles,
            Optional<Dataset<Row>> hotRows,
            GroupColumns groups,
            Limits limits) {
        List<List<Holistic>> numeric = percentiles.values().stream()
                .filter(calls -> value(calls).dataType() instanceof NumericType)
                .toList();
        List<BracketedValues> branches = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (hotRows.isPresent() && !numeric.isEmpty()) {
            List<Expression> values = numeric.stream().map(BracketChoice::value).toList();
            ValueSummary summary = ValueSummary.of(hotRows.get(), groups, values, limits);
            for (int index = 0; index < numeric.size(); index++) {
                List<Holistic> calls = numeric.get(index);
                List<Row> bounds = bounds(summary, index, calls, limits);
                notes.add(note(summary, index, values.get(index), bounds, limits));
                if (!bounds.isEmpty()) {
                    int width = bounds.stream().mapToInt(Row::length).max().orElse(0) - groups.size();
                    branches.add(new BracketedValues(
                            branches.size(),
                            values.get(index),
                            calls,
                            table(hotRows.get().sparkSession(), summary, bounds, width),
                            width));
                }
            }
        }
        return new BracketChoice(branches, notes);
    }

    private static Expression value(List<Holistic> calls) {
        return calls.get(0).values().get(0);
    }

    /** The columns of each group with many distinct values, then the borders of its ranges. */
    private static List<Row> bounds(ValueSummary summary, int index, List<Holistic> calls, Limits limits) {
        List<Double> fractions = calls.stream()
                .flatMap(call -> fractions((Percentile) call.function()))
                .toList();
        List<Row> bounds = new ArrayList<>();
        for (Row group : summary.groups()) {
            if (summary.distinctValues(group, index) > limits.maxCells()) {
                RankBrackets.around(summary.values(group, index), fractions)
                        .filter(found -> found.bounds().size() <= 2 * MAX_RANGES)
                        .ifPresent(found -> bounds.add(RowFactory.create(Stream.concat(
                                        IntStream.range(0, summary.keys()).mapToObj(group::get),
                                        found.bounds().stream())
                                .toArray())));
            }
        }
        return bounds;
    }

    private static String note(ValueSummary summary, int index, Expression value, List<Row> bounds, Limits limits) {
        long most = summary.groups().stream()
                .mapToLong(group -> summary.distinctValues(group, index))
                .max()
                .orElse(0);
        if (most <= limits.maxCells()) {
            return String.format(
                    Locale.ROOT,
                    "no hot group has more than %,d distinct values of %s, and each is counted",
                    limits.maxCells(),
                    value.sql());
        }
        return String.format(
                Locale.ROOT,
                "a hot group has about %,d distinct values of %s, %s",
                most,
                value.sql(),
                bounds.isEmpty()
                        ? "and the wanted ranks lie all over them, so each is counted"
                        : "and those around the wanted ranks are counted");
    }

    private static Dataset<Row> table(SparkSession session, ValueSummary summary, List<Row> bounds, int width) {
        StructType schema = new StructType(Arrays.copyOf(summary.schema().fields(), summary.keys()));
        for (int bound = 0; bound < width; bound++) {
            schema = schema.add("bound" + bound, DataTypes.DoubleType);
        }
        int columns = schema.length();
        List<Row> padded = bounds.stream()
                .map(row -> RowFactory.create(IntStream.range(0, columns)
                        .mapToObj(index -> index < row.length() ? row.get(index) : null)
                        .toArray()))
                .toList();
        return session.createDataFrame(padded, schema);
    }

    /** The percentiles of a call, each counted from the least value. */
    private static Stream<Double> fractions(Percentile percentile) {
        Object given = percentile.percentageExpression().eval(null);
        return (given instanceof ArrayData several
                        ? Arrays.stream(several.toDoubleArray()).boxed()
                        : Stream.of((Double) given))
                .map(fraction -> percentile.reverse() ? 1 - fraction : fraction);
    }
}
