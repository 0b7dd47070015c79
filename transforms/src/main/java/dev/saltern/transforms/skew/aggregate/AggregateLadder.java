/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an aggregate is taken in two stages: a pure function of the numbers it is given.
 *
 * <p>Nothing is done if that is asked for, if no measure is holistic, or if the mode is automatic and no group is hot or no
 * measure but those of DISTINCT values holistic: Spark spreads them by group and value too, in one read instead of several. A
 * group is hot if it has at least {@link Limits#minRows} rows and {@value #HOT_FACTOR} times those of an even partition. If
 * two stages are forced, all the keys that were found are treated as hot.
 *
 * @param limits where two stages begin to pay
 * @param slots what the query has to run on
 */
record AggregateLadder(Limits limits, Slots slots) {

    private static final int HOT_FACTOR = 2;

    /**
     * What is known before the choice.
     *
     * @param calls the aggregate functions
     * @param grouped whether there are columns to group by; without, all rows are one group
     * @param spread how the rows spread over the groups, or null if it was not measured or was measured of other columns
     */
    record Facts(
            MeasureCalls calls, boolean grouped, @Nullable KeySpread spread) {}

    /**
     * What is chosen.
     *
     * @param treatment {@code NONE} or {@code TWO_STAGE}
     * @param reason why, with the numbers
     * @param declined what is not done, with its reason
     * @param hot the keys whose groups are hot; empty if all groups are treated
     * @param nullIsHot whether the rows with a NULL key are hot
     */
    record Choice(Treatment treatment, String reason, List<String> declined, List<HotKey> hot, boolean nullIsHot) {
        /** Copies the lists. */
        Choice {
            declined = List.copyOf(declined);
            hot = List.copyOf(hot);
        }

        /** Whether the hot groups are known, and others can be left to Spark's plan. */
        boolean knowsHot() {
            return nullIsHot || !hot.isEmpty();
        }
    }

    /** Returns the choice. */
    Choice choose(Facts facts, SkewMode mode) {
        List<String> declined = new ArrayList<>(facts.calls().declined());
        if (mode instanceof SkewMode.Off) {
            return none("skew is off", declined);
        }
        if (mode instanceof SkewMode.Force force) {
            if (force.treatment() == Treatment.NONE) {
                return none("nothing is asked for", declined);
            }
            if (force.treatment() != Treatment.TWO_STAGE) {
                declined.add(force.treatment().label()
                        + " was asked for and does not fit an aggregate, which is taken in one stage or in two");
                return none("what was asked for is declined", declined);
            }
        }
        if (facts.calls().holistic().isEmpty()) {
            return none(nothingHolistic(facts.calls()), declined);
        }
        if (mode instanceof SkewMode.Force) {
            return forced(facts, declined);
        }
        return Branches.needsCounts(facts.calls())
                ? measured(facts, declined)
                : none(
                        "each DISTINCT is spread by group and value already: "
                                + facts.calls().holisticText(),
                        declined);
    }

    private Choice forced(Facts facts, List<String> declined) {
        KeySpread spread = facts.grouped() ? facts.spread() : null;
        String reason = "two-stage was asked for; it takes " + facts.calls().holisticText() + besides(facts.calls());
        return spread == null
                ? twoStage(reason, declined, List.of(), false)
                : twoStage(reason, declined, spread.hot(), !spread.hot().isEmpty() && isHot(spread.nullRows(), spread));
    }

    private Choice measured(Facts facts, List<String> declined) {
        KeySpread spread = facts.spread();
        if (spread == null) {
            return none("it is not known which groups are hot", declined);
        }
        if (!facts.grouped()) {
            return spread.rows() >= limits.minRows()
                    ? twoStage(
                            String.format(Locale.ROOT, "all %,d rows are one group", spread.rows())
                                    + takes(facts.calls()),
                            declined,
                            List.of(),
                            false)
                    : none(below("the one group", spread.rows(), spread), declined);
        }
        List<HotKey> hot = spread.hot().stream()
                .filter(key -> isHot(key.rowsAtLeast(), spread))
                .toList();
        boolean nullIsHot = isHot(spread.nullRows(), spread);
        String name = hot.isEmpty() || spread.nullRows() > hot.get(0).rowsAtLeast()
                ? "NULL"
                : hot.get(0).text();
        long heaviest = Math.max(
                spread.nullRows(),
                spread.hot().isEmpty() ? 0 : spread.hot().get(0).rowsAtLeast());
        if (hot.isEmpty() && !nullIsHot) {
            return none(below("the heaviest group", heaviest, spread), declined);
        }
        String reason = String.format(
                Locale.ROOT,
                "%s has %.1f %% of the rows, %.1f times an even partition",
                name,
                100.0 * heaviest / spread.rows(),
                (double) heaviest / slots.meanPartition(spread.rows()));
        return twoStage(reason + takes(facts.calls()), declined, hot, nullIsHot);
    }

    private boolean isHot(long rows, KeySpread spread) {
        return rows >= Math.max(limits.minRows(), HOT_FACTOR * slots.meanPartition(spread.rows()));
    }

    private String below(String group, long rows, KeySpread spread) {
        return String.format(
                Locale.ROOT,
                "%s has %,d of %,d rows; below %,d rows or %d even partitions of %,d two stages cost more than they save",
                group,
                rows,
                spread.rows(),
                limits.minRows(),
                HOT_FACTOR,
                slots.meanPartition(spread.rows()));
    }

    private static String nothingHolistic(MeasureCalls calls) {
        if (calls.distinctAlone()) {
            return "a single DISTINCT is spread by group and value already: " + calls.plainText();
        }
        return (calls.declined().isEmpty()
                        ? "every measure is combined before the shuffle: "
                        : "Spark's plan is the only one: ")
                + calls.plainText();
    }

    private static String takes(MeasureCalls calls) {
        return "; two stages take " + calls.holisticText() + besides(calls);
    }

    private static String besides(MeasureCalls calls) {
        return calls.plain().isEmpty() ? "" : ", Spark's own plan takes " + calls.plainText();
    }

    private static Choice none(String reason, List<String> declined) {
        return new Choice(Treatment.NONE, reason, declined, List.of(), false);
    }

    private static Choice twoStage(String reason, List<String> declined, List<HotKey> hot, boolean nullIsHot) {
        return new Choice(Treatment.TWO_STAGE, reason, declined, hot, nullIsHot);
    }
}
