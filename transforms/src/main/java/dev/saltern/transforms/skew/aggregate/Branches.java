/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.skew.aggregate.Holistic.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * The first stages that the calls of one GROUP BY need, and which call is taken from which.
 *
 * @param all the first stages, at least one
 * @param ofCall the first stage of each call, by the canonical form of the call
 * @param notes what was found of the values, one clause each
 */
record Branches(List<Branch> all, Map<Expression, Branch> ofCall, List<String> notes) {
    /** Copies the collections. */
    Branches {
        all = List.copyOf(all);
        ofCall = Map.copyOf(ofCall);
        notes = List.copyOf(notes);
    }

    /**
     * Finds the first stages; runs one job over the hot rows if they are known and a percentile is among the calls.
     *
     * @param hotRows the rows of hot groups, or empty if the groups are too many to look at one by one
     */
    static Branches of(MeasureCalls calls, Optional<Dataset<Row>> hotRows, GroupColumns groups, Limits limits) {
        Map<List<Expression>, List<Holistic>> percentiles = byValues(calls, Kind.PERCENTILE);
        BracketChoice choice = BracketChoice.of(percentiles, hotRows, groups, limits);
        List<Branch> all = new ArrayList<>(choice.branches());
        Map<List<Expression>, List<Holistic>> counted = byValues(calls, Kind.MODE);
        percentiles.forEach((values, found) -> {
            if (choice.branches().stream().noneMatch(branch -> branch.calls().equals(found))) {
                counted.merge(values, found, Branches::joined);
            }
        });
        byValues(calls, Kind.DISTINCT).forEach((values, found) -> {
            if (counted.containsKey(values) && !Signed.hasTwoZeros(values.get(0).dataType())) {
                counted.merge(values, found, Branches::joined);
            } else {
                all.add(new DistinctValues(all.size(), found.get(0).values(), found));
            }
        });
        counted.values()
                .forEach(found -> all.add(
                        new CountedValues(all.size(), found.get(0).values().get(0), found)));
        Map<Expression, Branch> ofCall = new LinkedHashMap<>();
        all.forEach(
                branch -> callsOf(branch).forEach(one -> ofCall.put(one.call().canonicalized(), branch)));
        if (!calls.plain().isEmpty()) {
            PlainMeasures plain = new PlainMeasures(calls.plain());
            all.add(plain);
            calls.plain().forEach(call -> ofCall.put(call.canonicalized(), plain));
        }
        return new Branches(all, ofCall, choice.notes());
    }

    /** The first stage that a call is taken from. */
    Branch of(Expression call) {
        return Objects.requireNonNull(ofCall.get(call.canonicalized()), call::sql);
    }

    /** Whether a percentile or a mode is among the calls: Spark brings all rows of a group together for these alone. */
    static boolean needsCounts(MeasureCalls calls) {
        return calls.holistic().stream().anyMatch(one -> one.kind() != Kind.DISTINCT);
    }

    private static List<Holistic> callsOf(Branch branch) {
        if (branch instanceof DistinctValues distinct) {
            return distinct.calls();
        }
        if (branch instanceof CountedValues counted) {
            return counted.calls();
        }
        return branch instanceof BracketedValues bracketed ? bracketed.calls() : List.of();
    }

    private static Map<List<Expression>, List<Holistic>> byValues(MeasureCalls calls, Kind kind) {
        Map<List<Expression>, List<Holistic>> found = new LinkedHashMap<>();
        calls.holistic().stream()
                .filter(one -> one.kind() == kind)
                .forEach(one -> found.merge(one.canonicalValues(), List.of(one), Branches::joined));
        return found;
    }

    private static List<Holistic> joined(List<Holistic> some, List<Holistic> others) {
        List<Holistic> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
