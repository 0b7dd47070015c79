/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.SkewReceipt;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Chooses and describes the treatment of one GROUP BY.
 *
 * @param limits where two stages begin to pay
 * @param mode who decides
 * @param groups names of the columns that hot keys may be of; empty if all rows are one group
 * @param on name of a further column that the groups tell apart and hot keys may leave out, or null
 */
record HolisticStep(
        Limits limits,
        SkewMode mode,
        List<String> groups,
        @Nullable String on) {

    /** Returns the rows that the table would have, taken the way that was chosen. */
    Treated treat(Dataset<Row> table, AggregateNode node, @Nullable KeySpread spread) {
        List<String> declined = new ArrayList<>();
        boolean grouped = !node.groups().isEmpty();
        KeySpread usable = spread;
        if (spread != null && grouped && !isOfGroups(spread, table)) {
            declined.add("hot keys of " + spread.keys() + " say nothing of groups by " + groups);
            usable = null;
        }
        MeasureCalls calls = MeasureCalls.of(node.outputs());
        AggregateLadder.Choice choice = new AggregateLadder(limits, Slots.of(table.sparkSession()))
                .choose(new AggregateLadder.Facts(calls, grouped, usable), mode);
        declined.addAll(choice.declined());
        List<KeySpread> spreads = spread == null ? List.of() : List.of(spread);
        if (choice.treatment() == Treatment.NONE) {
            SkewReceipt receipt = new SkewReceipt(Treatment.NONE, choice.reason(), declined, spreads, 0);
            return new Treated(table, Map.of(), receipt);
        }
        Optional<HotRows> hot = usable != null && grouped ? HotRows.of(usable, choice) : Optional.empty();
        List<String> reasons = new ArrayList<>(List.of(choice.reason()));
        Dataset<Row> result = twoStages(node, calls, hot, table.sparkSession(), reasons);
        return new Treated(
                result,
                Map.of(),
                new SkewReceipt(Treatment.TWO_STAGE, String.join("; ", reasons), declined, spreads, 0));
    }

    private Dataset<Row> twoStages(
            AggregateNode node, MeasureCalls calls, Optional<HotRows> hot, SparkSession session, List<String> reasons) {
        Dataset<Row> input = node.input(session);
        boolean grouped = !node.groups().isEmpty();
        // Without known hot groups there may be too many to look at one by one; without groups there is one.
        Optional<Dataset<Row>> hotRows = grouped ? hot.map(rows -> input.where(rows.isHot())) : Optional.of(input);
        Branches branches = Branches.of(calls, hotRows, new GroupColumns(node.groups()), limits);
        TwoStages stages = new TwoStages(node, branches);
        Optional<HotRows> apart = hot.filter(rows -> Branches.needsCounts(calls) && rows.share() < limits.alongShare());
        reasons.addAll(branches.notes());
        if (grouped) {
            reasons.add(apart.isPresent() ? "the other groups are read apart" : "all groups are taken so, in one plan");
        }
        return node.withResult(
                apart.map(rows -> stages.ofHotAlone(input, rows.isHot())).orElseGet(() -> stages.of(input)));
    }

    private boolean isOfGroups(KeySpread spread, Dataset<Row> table) {
        boolean caseSensitive = Spark.state(table.sparkSession()).conf().caseSensitiveAnalysis();
        List<String> rest = new ArrayList<>(groups);
        for (String key : spread.keys()) {
            if (!rest.removeIf(name -> same(name, key, caseSensitive))
                    && (on == null || !same(on, key, caseSensitive))) {
                return false;
            }
        }
        return rest.isEmpty();
    }

    private static boolean same(String one, String other, boolean caseSensitive) {
        return caseSensitive ? one.equals(other) : one.equalsIgnoreCase(other);
    }
}
