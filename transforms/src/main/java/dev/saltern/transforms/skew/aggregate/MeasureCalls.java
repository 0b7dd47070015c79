/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.CentralMomentAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectList;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectSet;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.Max;
import org.apache.spark.sql.catalyst.expressions.aggregate.Min;
import org.apache.spark.sql.catalyst.expressions.aggregate.Mode;
import org.apache.spark.sql.catalyst.expressions.aggregate.Percentile;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;

/**
 * The aggregate functions that the measures of one GROUP BY call, sorted by what a hot group does to them. Each call stands
 * there once, however often the measures make it.
 *
 * @param holistic calls that are taken in two stages
 * @param plain calls that Spark's own plan takes, in both cases the right one or the only one
 * @param declined calls among the plain that need all values of a group at one task, and why they are not treated
 * @param distinctAlone whether a plain call is a DISTINCT that needs no treatment, being alone
 */
record MeasureCalls(
        List<Holistic> holistic, List<AggregateExpression> plain, List<String> declined, boolean distinctAlone) {

    /** Functions of Spark whose state is bounded, though they are not written as expressions. */
    private static final Set<String> SKETCHES = Set.of(
            "approx_count_distinct",
            "percentile_approx",
            "approx_percentile",
            "count_min_sketch",
            "histogram_numeric",
            "bloom_filter_agg",
            "hll_sketch_agg",
            "hll_union_agg");

    /** Copies the lists. */
    MeasureCalls {
        holistic = List.copyOf(holistic);
        plain = List.copyOf(plain);
        declined = List.copyOf(declined);
    }

    /** Sorts the calls in the output columns of a GROUP BY. */
    static MeasureCalls of(List<NamedExpression> outputs) {
        Map<Expression, AggregateExpression> calls = new LinkedHashMap<>();
        outputs.stream()
                .flatMap(output -> Trees.nodes((Expression) output))
                .filter(AggregateExpression.class::isInstance)
                .map(AggregateExpression.class::cast)
                .forEach(call -> calls.putIfAbsent(call.canonicalized(), call));
        List<Holistic> holistic = new ArrayList<>();
        List<AggregateExpression> plain = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (AggregateExpression call : calls.values()) {
            AggregateFunction function = executed(call.aggregateFunction());
            Optional<Holistic.Kind> kind = kind(call, function);
            kind.ifPresent(found -> holistic.add(new Holistic(call, function, found)));
            if (kind.isEmpty()) {
                plain.add(call);
                refusal(call, function).ifPresent(reason -> declined.add(call.sql() + " " + reason));
            }
        }
        boolean distinctAlone = !holistic.isEmpty()
                && holistic.stream().allMatch(one -> one.kind() == Holistic.Kind.DISTINCT)
                && holistic.stream().map(Holistic::canonicalValues).distinct().count() == 1;
        if (distinctAlone) {
            holistic.forEach(one -> plain.add(one.call()));
            holistic.clear();
        }
        return new MeasureCalls(holistic, plain, declined, distinctAlone);
    }

    /** The calls that are taken in two stages, as SQL. */
    String holisticText() {
        return text(holistic.stream().map(Holistic::call).toList());
    }

    /** The calls that Spark combines before the shuffle, as SQL. */
    String plainText() {
        return text(plain);
    }

    private static String text(List<AggregateExpression> calls) {
        return String.join(", ", calls.stream().map(AggregateExpression::sql).toList());
    }

    private static AggregateFunction executed(AggregateFunction function) {
        return function instanceof RuntimeReplaceable replaceable
                        && replaceable.replacement() instanceof AggregateFunction replacement
                ? executed(replacement)
                : function;
    }

    private static Optional<Holistic.Kind> kind(AggregateExpression call, AggregateFunction function) {
        if (call.isDistinct()) {
            return combinesDistinct(function)
                            && Trees.list(function.children()).stream().anyMatch(value -> !value.foldable())
                    ? Optional.of(Holistic.Kind.DISTINCT)
                    : Optional.empty();
        }
        if (function instanceof Percentile percentile && countsOnce(percentile)) {
            return Optional.of(Holistic.Kind.PERCENTILE);
        }
        return function instanceof Mode mode && isPlain(mode.child().dataType())
                ? Optional.of(Holistic.Kind.MODE)
                : Optional.empty();
    }

    private static Optional<String> refusal(AggregateExpression call, AggregateFunction function) {
        boolean bounded = function instanceof DeclarativeAggregate || SKETCHES.contains(function.prettyName());
        boolean distinct = call.isDistinct() && !(function instanceof Min) && !(function instanceof Max);
        if (bounded && !distinct) {
            return Optional.empty();
        }
        if (function instanceof CollectList || function instanceof CollectSet) {
            return Optional.of("has all values of a group in its result, which no second stage makes smaller."
                    + " Cap the values first, or collect by group and chunk");
        }
        if (function instanceof Percentile) {
            return Optional.of("counts its values by a frequency of their own");
        }
        return Optional.of("is not known to have a second stage");
    }

    private static boolean combinesDistinct(AggregateFunction function) {
        return function instanceof Count
                || function instanceof Sum
                || function instanceof Average
                || function instanceof CentralMomentAgg;
    }

    private static boolean countsOnce(Percentile percentile) {
        return percentile.frequencyExpression().foldable()
                && percentile.frequencyExpression().eval(null) instanceof Number frequency
                && frequency.longValue() == 1;
    }

    /** Whether Spark's mode() compares the values as GROUP BY does: it keeps bytes, structs and arrays by reference or bytes. */
    private static boolean isPlain(DataType type) {
        return type instanceof org.apache.spark.sql.types.AtomicType && !(type instanceof BinaryType);
    }
}
