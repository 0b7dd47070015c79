/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final long ROWS = 20_000_000;
    private static final Slots SLOTS = new Slots(64, 200);
    private static final String REFUSAL = "its partitions were asked for by hand (REPARTITION_BY_COL)";

    private static Facts side(String name, long hotRows, long nullRows, String refusal) {
        List<HotKey> hot = hotRows == 0 ? List.of() : List.of(new HotKey(7, hotRows, hotRows, row("UK")));
        return new Facts(name, ROWS, nullRows, 100, hot, refusal);
    }

    private static Situation situation(Join.Type type, Facts left, Facts right) {
        return new Situation(type, left, right, SLOTS, 10 << 20, null, null, null, false);
    }

    private static HotPairs pairs(long leftRows, long rightRows, boolean hotLeft, boolean hotRight) {
        return new HotPairs(List.of(new HotPair(7, row("UK"), leftRows, rightRows, hotLeft, hotRight)), ROWS, ROWS);
    }

    private static Choice auto(Situation situation, HotPairs pairs) {
        return new Ladder(situation, SkewMode.auto(), () -> pairs).choose();
    }

    private static Choice auto(Situation situation) {
        return new Ladder(situation, SkewMode.auto(), () -> {
                    throw new AssertionError("no partner has to be counted");
                })
                .choose();
    }

    @Test
    void nothingIsDoneBelowTheGates() {
        Facts cold = side("right", 0, 0, null);

        assertThat(auto(situation(Join.Type.INNER, side("left", 249_999, 0, REFUSAL), cold))
                        .treatment())
                .isEqualTo(Treatment.NONE);
        Facts wide = new Facts(
                "left", 2_000_000_000L, 0, 100, List.of(new HotKey(7, 18_000_000, 18_000_000, row("UK"))), REFUSAL);
        Choice even = auto(situation(Join.Type.INNER, wide, cold));
        assertThat(even.treatment()).isEqualTo(Treatment.NONE);
        assertThat(even.reason())
                .isEqualTo("UK has 0.9 % of the 2,000,000,000 left rows, 1.8 times an even partition;"
                        + " below 250,000 rows or 2 even partitions a treatment costs more than it saves");
        assertThat(auto(situation(Join.Type.INNER, side("left", 0, 0, null), cold))
                        .reason())
                .isEqualTo("no hot key was measured");
    }

    @ParameterizedTest
    @CsvSource({"INNER, left", "INNER, right", "LEFT, left", "SEMI, left", "ANTI, left"})
    void adaptiveWhereSparkSplits(Join.Type type, String hot) {
        Facts left = side("left", hot.equals("left") ? ROWS / 2 : 0, 0, null);
        Facts right = side("right", hot.equals("right") ? ROWS / 2 : 0, 0, null);

        Choice choice = auto(situation(type, left, right));

        assertThat(choice.treatment()).isEqualTo(Treatment.ADAPTIVE);
        assertThat(choice.settings())
                .containsEntry(Fitted.ADVISORY_SIZE, "3906250")
                .containsEntry(Fitted.THRESHOLD, "7812500")
                .doesNotContainKey("spark.sql.adaptive.forceOptimizeSkewedJoin");
    }

    @Test
    void splitIsForcedWhenAGroupingFollows() {
        Situation grouped = new Situation(
                Join.Type.INNER,
                side("left", ROWS / 2, 0, null),
                side("right", 0, 0, null),
                SLOTS,
                0,
                null,
                null,
                null,
                true);

        assertThat(auto(grouped).settings()).containsEntry("spark.sql.adaptive.forceOptimizeSkewedJoin", "true");
    }

    @Test
    void broadcastWhereSparkRefusesAndThePartnersFit() {
        Choice choice = auto(
                situation(Join.Type.LEFT, side("left", ROWS / 2, 0, REFUSAL), side("right", 0, 0, null)),
                pairs(ROWS / 2, 50, true, false));

        assertThat(choice.treatment()).isEqualTo(Treatment.BROADCAST);
        assertThat(choice.broadcast()).isEqualTo(Choice.Reach.RIGHT);
        assertThat(choice.declined()).containsExactly("adaptive: Spark does not split the left side, for " + REFUSAL);
        assertThat(choice.reason())
                .isEqualTo("UK has 50.0 % of the 20,000,000 left rows, 100.0 times an even partition;"
                        + " the right rows of 1 hot key take about 5000 bytes and fit a broadcast");
    }

    @Test
    void saltsWherePartnersAreTooManyForABroadcast() {
        Choice choice = auto(
                situation(Join.Type.LEFT, side("left", ROWS / 2, 0, REFUSAL), side("right", 0, 0, null)),
                pairs(ROWS / 2, 110_000, true, false));

        assertThat(choice.treatment()).isEqualTo(Treatment.SALT);
        assertThat(choice.salts()).extracting(SaltCount::left).containsExactly(37);
        assertThat(choice.rowsAdded()).isEqualTo(36 * 110_000).isLessThanOrEqualTo(ROWS / 5);
        assertThat(choice.declined())
                .contains("salt: (UK) gets 37 salts and not 100, which would copy 10890000 rows: more than 20 % of a"
                        + " side in all");
    }

    @Test
    void bothSidesHotMakeAGrid() {
        Choice choice = auto(
                situation(Join.Type.INNER, side("left", 4_000_000, 0, REFUSAL), side("right", 2_000_000, 0, REFUSAL)),
                pairs(4_000_000, 2_000_000, true, true));

        assertThat(choice.treatment()).isEqualTo(Treatment.SALT);
        assertThat(choice.salts()).hasSize(1);
        assertThat(choice.salts().get(0).left()).isGreaterThan(1);
        assertThat(choice.salts().get(0).right()).isGreaterThan(1);
        assertThat(choice.salts().get(0).cells()).isLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"LEFT", "FULL"})
    void splitWhereTheHotSideIsNotTheKeptOneAlone(Join.Type type) {
        Choice choice = auto(
                situation(type, side("left", 0, 0, null), side("right", ROWS / 2, 0, null)),
                pairs(50, ROWS / 2, false, true));

        assertThat(choice.treatment()).isEqualTo(Treatment.SPLIT);
        assertThat(choice.broadcast()).isEqualTo(Choice.Reach.LEFT);
        assertThat(choice.declined()).hasSize(3);
    }

    @Test
    void semiJoinBroadcastsItsHotKeys() {
        Choice choice = auto(
                situation(Join.Type.SEMI, side("left", 0, 0, null), side("right", ROWS / 2, 0, null)),
                pairs(500, 1, false, true));

        assertThat(choice.treatment()).isEqualTo(Treatment.BROADCAST);
    }

    @Test
    void rowsWithoutAKeyAreAHotKeyWhereTheyAreKept() {
        HotPairs none = new HotPairs(List.of(), ROWS, ROWS);
        Facts right = side("right", 0, 0, null);

        assertThat(auto(situation(Join.Type.INNER, side("left", 0, ROWS / 2, REFUSAL), right))
                        .treatment())
                .isEqualTo(Treatment.NONE);
        assertThat(auto(situation(Join.Type.LEFT, side("left", 0, ROWS / 2, REFUSAL), right), none)
                        .treatment())
                .isEqualTo(Treatment.BROADCAST);
        assertThat(auto(situation(Join.Type.FULL, side("left", 0, ROWS / 2, null), right), none)
                        .reason())
                .isEqualTo("NULL has 50.0 % of the 20,000,000 left rows, 100.0 times an even partition;"
                        + " rows without a key go past the join");
    }

    @Test
    void unrepeatableInputIsLeftToThePlainJoin() {
        Situation situation = new Situation(
                Join.Type.ANTI,
                side("left", ROWS / 2, ROWS / 4, REFUSAL),
                side("right", 0, 0, null),
                SLOTS,
                10 << 20,
                null,
                "a side changes",
                "a side changes",
                false);

        Choice choice = auto(situation, pairs(ROWS / 2, 1, true, false));

        assertThat(choice.treatment()).isEqualTo(Treatment.NONE);
        assertThat(choice.declined()).contains("broadcast: a side changes", "salt: a side changes");
    }

    @ParameterizedTest
    @CsvSource({"LEFT, SALT", "FULL, SPLIT"})
    void rowsWhoseValuesMayChangeGetNoSalts(Join.Type type, Treatment treatment) {
        Situation situation = new Situation(
                type,
                side("left", ROWS / 2, 0, REFUSAL),
                side("right", 0, 0, null),
                SLOTS,
                10 << 20,
                null,
                null,
                "a value changes",
                false);

        Choice salted =
                new Ladder(situation, SkewMode.force(treatment), () -> pairs(ROWS / 2, 110_000, true, false)).choose();
        Choice broadcast = auto(situation, pairs(ROWS / 2, 50, true, false));

        assertThat(salted.treatment()).isEqualTo(Treatment.NONE);
        assertThat(salted.declined()).containsExactly(treatment.label() + ": a value changes");
        assertThat(broadcast.broadcast()).isEqualTo(Choice.Reach.RIGHT);
    }

    @Test
    void nothingHelpsAFullJoinWithHugePartnersOnBothSides() {
        Situation situation = new Situation(
                Join.Type.FULL,
                side("left", ROWS / 2, 0, null),
                side("right", 0, 0, null),
                new Slots(1, 1),
                0,
                null,
                null,
                null,
                false);
        Choice choice =
                new Ladder(situation, SkewMode.force(Treatment.SPLIT), () -> pairs(ROWS / 2, 9, true, false)).choose();

        assertThat(choice.treatment()).isEqualTo(Treatment.NONE);
        assertThat(choice.declined()).hasSize(1);
    }

    @Test
    void wholeBroadcastAndOffLeaveThePlainJoin() {
        Facts left = side("left", ROWS / 2, 0, null);
        Facts right = side("right", 0, 0, null);
        Situation small =
                new Situation(Join.Type.INNER, left, right, SLOTS, 0, "Spark broadcasts a side", null, null, false);

        assertThat(auto(small).reason())
                .isEqualTo("Spark broadcasts a side; UK has 50.0 % of the 20,000,000 left rows,"
                        + " 100.0 times an even partition");
        assertThat(new Ladder(small, SkewMode.off(), () -> pairs(1, 1, true, true))
                        .choose()
                        .treatment())
                .isEqualTo(Treatment.NONE);
    }
}
