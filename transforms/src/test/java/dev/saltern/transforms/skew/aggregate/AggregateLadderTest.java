/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.skew.aggregate.Skewed.measures;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateLadderTest {

    private static final HotKey UK = new HotKey(1, 9_000_000, 9_100_000, row("United Kingdom"));
    private static final HotKey FRANCE = new HotKey(2, 240_000, 240_000, row("France"));
    private static final KeySpread HOT = new KeySpread(List.of("k"), 10_000_000, 100_000, List.of(UK, FRANCE));
    private static final KeySpread EVEN = new KeySpread(List.of("k"), 10_000_000, 0, List.of(FRANCE));

    private final AggregateLadder ladder = new AggregateLadder(Limits.DEFAULT, new Slots(64, 200));

    private static AggregateLadder.Facts facts(KeySpread spread, String... measures) {
        String[] named = new String[2 * measures.length];
        for (int index = 0; index < measures.length; index++) {
            named[2 * index] = "m" + index;
            named[2 * index + 1] = measures[index];
        }
        Aggregate aggregate = new Aggregate(List.of("k"), measures(named));
        return new AggregateLadder.Facts(
                MeasureCalls.of(AggregateNode.topmost(aggregate.apply(table("k STRING, x DOUBLE, y INT, b BINARY")))
                        .outputs()),
                true,
                spread);
    }

    @Test
    void twoStagesForTheHotKeysAlone() {
        AggregateLadder.Choice choice = ladder.choose(facts(HOT, "median(x)", "avg(x)"), SkewMode.auto());

        assertThat(choice.treatment()).isEqualTo(Treatment.TWO_STAGE);
        assertThat(choice.hot()).containsExactly(UK);
        assertThat(choice.nullIsHot()).isFalse();
        assertThat(choice.reason())
                .isEqualTo("United Kingdom has 90.0 % of the rows, 180.0 times an even partition;"
                        + " two stages take median(x), Spark's own plan takes avg(x)");
    }

    @Test
    void nullCanBeTheHotGroup() {
        KeySpread nulls = new KeySpread(List.of("k"), 10_000_000, 5_000_000, List.of());

        AggregateLadder.Choice choice = ladder.choose(facts(nulls, "mode(y)"), SkewMode.auto());

        assertThat(choice.nullIsHot()).isTrue();
        assertThat(choice.reason()).startsWith("NULL has 50.0 % of the rows, 100.0 times an even partition");
    }

    @Test
    void nothingIfNoGroupIsHot() {
        AggregateLadder.Choice choice = ladder.choose(facts(EVEN, "median(x)"), SkewMode.auto());

        assertThat(choice.treatment()).isEqualTo(Treatment.NONE);
        assertThat(choice.reason())
                .isEqualTo(
                        "the heaviest group has 240,000 of 10,000,000 rows; below 250,000 rows or 2 even partitions of"
                                + " 50,000 two stages cost more than they save");
    }

    @Test
    void nothingIfTheOneGroupIsSmall() {
        MeasureCalls calls = facts(EVEN, "median(x)").calls();
        KeySpread small = new KeySpread(List.of(), 249_999, 0, List.of());
        KeySpread large = new KeySpread(List.of(), 250_000, 0, List.of());

        assertThat(ladder.choose(new AggregateLadder.Facts(calls, false, small), SkewMode.auto())
                        .reason())
                .startsWith("the one group has 249,999 of 249,999 rows");
        assertThat(ladder.choose(new AggregateLadder.Facts(calls, false, large), SkewMode.auto())
                        .treatment())
                .isEqualTo(Treatment.TWO_STAGE);
    }

    @Test
    void nothingIfEveryMeasureIsCombinedBeforeTheShuffle() {
        AggregateLadder.Choice choice = ladder.choose(
                facts(HOT, "sum(x)", "approx_count_distinct(x)", "bool_or(y > 1)", "min(DISTINCT y)"), SkewMode.auto());

        assertThat(choice.treatment()).isEqualTo(Treatment.NONE);
        assertThat(choice.reason())
                .startsWith("every measure is combined before the shuffle: sum(x), approx_count_distinct(x)");
        assertThat(choice.declined()).isEmpty();
    }

    @Test
    void distinctValuesNeedNothingUnlessForcedOrBesideAPercentile() {
        assertThat(ladder.choose(facts(HOT, "count(DISTINCT y)", "sum(DISTINCT y)"), SkewMode.auto())
                        .reason())
                .isEqualTo(
                        "a single DISTINCT is spread by group and value already: count(DISTINCT y), sum(DISTINCT y)");
        AggregateLadder.Facts two = facts(HOT, "count(DISTINCT y)", "count(DISTINCT x)");
        assertThat(ladder.choose(two, SkewMode.auto()).treatment()).isEqualTo(Treatment.NONE);
        assertThat(ladder.choose(two, SkewMode.auto()).reason())
                .startsWith("each DISTINCT is spread by group and value already: count(DISTINCT ");
        assertThat(ladder.choose(two, SkewMode.force(Treatment.TWO_STAGE)).treatment())
                .isEqualTo(Treatment.TWO_STAGE);
        assertThat(ladder.choose(facts(HOT, "count(DISTINCT y)", "count(DISTINCT x)", "median(x)"), SkewMode.auto())
                        .treatment())
                .isEqualTo(Treatment.TWO_STAGE);
    }

    @Test
    void whatHasNoSecondStageIsDeclinedByName() {
        AggregateLadder.Choice choice = ladder.choose(
                facts(
                        HOT,
                        "collect_set(y)",
                        "percentile(x, 0.5, y)",
                        "percentile_disc(0.5) WITHIN GROUP (ORDER BY x)",
                        "mode(b)",
                        "first(y)"),
                SkewMode.force(Treatment.TWO_STAGE));

        assertThat(choice.treatment()).isEqualTo(Treatment.NONE);
        assertThat(choice.declined()).hasSize(4);
        assertThat(choice.declined().get(0)).startsWith("collect_set(y) has all values of a group in its result");
        assertThat(choice.declined().get(1)).endsWith("counts its values by a frequency of their own");
        assertThat(choice.declined().get(2))
                .startsWith("percentile_disc(")
                .endsWith("is not known to have a second stage");
        assertThat(choice.declined().get(3)).isEqualTo("mode(b) is not known to have a second stage");
    }

    @Test
    void modeOverrulesTheNumbers() {
        assertThat(ladder.choose(facts(HOT, "median(x)"), SkewMode.off()).reason())
                .isEqualTo("skew is off");
        assertThat(ladder.choose(facts(HOT, "median(x)"), SkewMode.force(Treatment.NONE))
                        .reason())
                .isEqualTo("nothing is asked for");
        assertThat(ladder.choose(facts(EVEN, "median(x)"), SkewMode.force(Treatment.TWO_STAGE))
                        .hot())
                .containsExactly(FRANCE);
        assertThat(ladder.choose(facts(HOT, "median(x)"), SkewMode.force(Treatment.SALT)))
                .satisfies(choice -> assertThat(choice.treatment()).isEqualTo(Treatment.NONE))
                .satisfies(choice -> assertThat(choice.declined())
                        .containsExactly(
                                "salt was asked for and does not fit an aggregate, which is taken in one stage or"
                                        + " in two"));
    }
}
