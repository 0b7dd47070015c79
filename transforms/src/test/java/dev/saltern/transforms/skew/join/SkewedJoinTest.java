/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.SPARK;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.Join;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scala.Option;

class SkewedJoinTest {

    private static final List<String> ON = List.of("k.id");

    private final Dataset<Row> left = table(
            "reading INT, `k.id` STRING",
            row(1, "hot"),
            row(2, "hot"),
            row(3, "hot"),
            row(4, "hot"),
            row(5, "cold"),
            row(6, "only left"),
            row(7, null),
            row(8, null));

    private final Dataset<Row> right = table(
            "site STRING, `k.id` STRING",
            row("x", "hot"),
            row("y", "hot"),
            row("z", "cold"),
            row("o", "only right"),
            row("p", "only right"),
            row("q", "only right"),
            row("n", null),
            row("m", null));

    private static Side measured(Dataset<Row> rows, List<String> on, long minRows) {
        return Side.measured(rows, Spreads.of(rows, on, minRows));
    }

    private static <T> T withoutBroadcast(Supplier<T> work) {
        String key = "spark.sql.autoBroadcastJoinThreshold";
        SPARK.conf().set(key, "-1");
        try {
            return work.get();
        } finally {
            SPARK.conf().unset(key);
        }
    }

    private static void assertSameAnswer(Join join, Side left, Side right, Treated treated) {
        Dataset<Row> plain = join.apply(left.rows(), right.rows());

        assertThat(treated.rows().schema()).isEqualTo(plain.schema());
        assertThat(textOf(treated.rows())).isEqualTo(textOf(plain));
    }

    @ParameterizedTest
    @CsvSource({
        "INNER, ADAPTIVE",
        "INNER, BROADCAST",
        "INNER, SALT",
        "INNER, SPLIT",
        "LEFT, ADAPTIVE",
        "LEFT, BROADCAST",
        "LEFT, SALT",
        "LEFT, SPLIT",
        "RIGHT, ADAPTIVE",
        "RIGHT, BROADCAST",
        "RIGHT, SALT",
        "RIGHT, SPLIT",
        "FULL, ADAPTIVE",
        "FULL, SPLIT",
        "SEMI, ADAPTIVE",
        "SEMI, BROADCAST",
        "SEMI, SALT",
        "ANTI, ADAPTIVE",
        "ANTI, BROADCAST",
        "ANTI, SALT"
    })
    void treatmentIsCarriedOutAndLeavesTheAnswer(Join.Type type, Treatment treatment) {
        Join join = new Join(type, ON);
        Side hotLeft = measured(left, ON, 2);
        Side hotRight = measured(right, ON, 3);

        Treated treated = SkewedJoin.of(join, SkewMode.force(treatment)).apply(hotLeft, hotRight);

        assertThat(treated.receipt().treatment()).isEqualTo(treatment);
        assertThat(treated.receipt().spreads()).containsExactly(hotLeft.spread(), hotRight.spread());
        assertSameAnswer(join, hotLeft, hotRight, treated);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADAPTIVE", "BROADCAST", "SPLIT"})
    void partitionsAskedForByHandAreNotMadeForHotRows(Treatment treatment) {
        Join join = new Join(Join.Type.LEFT, ON);
        Side byHand = Side.measured(
                left.repartition(3, left.col("`k.id`")), measured(left, ON, 2).spread());

        Treated treated = SkewedJoin.of(join, SkewMode.force(treatment)).apply(byHand, Side.unmeasured(right));

        assertThat(treated.receipt().treatment()).isEqualTo(treatment);
        assertThat(treated.receipt().declined()).isEmpty();
        assertThat(Spark.execution(treated.rows()).analyzed().find(RepartitionOperation.class::isInstance))
                .isEqualTo(Option.empty());
        assertSameAnswer(join, byHand, Side.unmeasured(right), treated);
    }

    @ParameterizedTest
    @CsvSource({"INNER", "LEFT", "RIGHT", "FULL"})
    void splitSaltsThePairsThatNoBroadcastHolds(Join.Type type) {
        Join join = new Join(type, ON);
        Side hotLeft = measured(left, ON, 2);
        Side hotRight = measured(right, ON, 2);

        Treated treated = withoutBroadcast(
                () -> SkewedJoin.of(join, SkewMode.force(Treatment.SPLIT)).apply(hotLeft, hotRight));

        assertThat(treated.receipt().reason()).contains("2 hot keys are joined apart, with 4 salts in all");
        assertSameAnswer(join, hotLeft, hotRight, treated);
    }

    @Test
    void fullOuterJoinDeclinesBroadcastAndSalt() {
        assertThat(declinedBy(Join.Type.FULL, Treatment.BROADCAST))
                .containsExactly(
                        "broadcast: a full outer join keeps the rows of both sides, so neither can be broadcast");
        assertThat(declinedBy(Join.Type.FULL, Treatment.SALT))
                .containsExactly("salt: a full outer join would return each copy that finds no match");
        assertThat(declinedBy(Join.Type.SEMI, Treatment.SPLIT))
                .containsExactly(
                        "split: a semi or anti join needs the hot keys of one side alone, which a broadcast does");
        assertThat(declinedBy(Join.Type.INNER, Treatment.CHUNK))
                .containsExactly("chunk: this is no treatment of joins");
    }

    private List<String> declinedBy(Join.Type type, Treatment treatment) {
        Join join = new Join(type, ON);
        Side hotLeft = measured(left, ON, 2);
        Treated treated = SkewedJoin.of(join, SkewMode.force(treatment)).apply(hotLeft, Side.unmeasured(right));

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        assertSameAnswer(join, hotLeft, Side.unmeasured(right), treated);
        return treated.receipt().declined();
    }

    @ParameterizedTest
    @EnumSource
    void smallTablesNeedNoTreatment(Join.Type type) {
        Join join = new Join(type, ON);
        Side hotLeft = measured(left, ON, 2);

        Treated treated = SkewedJoin.of(join, SkewMode.auto()).apply(hotLeft, Side.unmeasured(right));

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        assertThat(treated.settings()).isEmpty();
        assertSameAnswer(join, hotLeft, Side.unmeasured(right), treated);
    }

    @ParameterizedTest
    @CsvSource({"BROADCAST", "SALT", "SPLIT"})
    void zerosAndNotANumberMeetTheirEquals(Treatment treatment) {
        List<String> on = List.of("k");
        Dataset<Row> readings = table(
                "k DOUBLE, v INT", row(0.0, 1), row(-0.0, 2), row(-0.0, 3), row(Double.NaN, 4), row(Double.NaN, 5));
        Dataset<Row> sites = table("k DOUBLE, s INT", row(-0.0, 1), row(0.0, 2), row(Double.NaN, 3));
        Join join = new Join(Join.Type.INNER, on);
        Side hot = measured(readings, on, 2);

        Treated treated = SkewedJoin.of(join, SkewMode.force(treatment)).apply(hot, Side.unmeasured(sites));

        assertThat(hot.hot()).hasSize(2);
        assertThat(treated.receipt().treatment()).isEqualTo(treatment);
        assertThat(treated.rows().count()).isEqualTo(8);
        assertSameAnswer(join, hot, Side.unmeasured(sites), treated);
    }

    @ParameterizedTest
    @CsvSource({"BROADCAST", "SALT", "SPLIT"})
    void severalKeysInOtherLetterCaseAndMapsAndTakenNames(Treatment treatment) {
        List<String> on = List.of("A", "b");
        Dataset<Row> one =
                sql("SELECT * FROM VALUES (1, date'2024-01-01', map('x', 1), 1), (1, date'2024-01-01', NULL, 2),"
                        + " (1, NULL, NULL, 3), (2, date'2024-01-01', NULL, 4) AS t(a, b, salt, hash)");
        Dataset<Row> other = sql(
                "SELECT * FROM VALUES (1, date'2024-01-01', 7), (1, NULL, 8), (3, NULL, 9)" + " AS t(a, B, choices)");
        Join join = new Join(Join.Type.LEFT, on);
        Side hot = measured(one, on, 2);

        Treated treated = SkewedJoin.of(join, SkewMode.force(treatment)).apply(hot, Side.unmeasured(other));

        assertThat(treated.receipt().treatment()).isEqualTo(treatment);
        assertThat(treated.rows().schema()).isEqualTo(join.apply(one, other).schema());
        assertThat(treated.rows().selectExpr("a", "b", "hash", "choices").collectAsList())
                .containsExactlyInAnyOrderElementsOf(join.apply(one, other)
                        .selectExpr("a", "b", "hash", "choices")
                        .collectAsList());
    }

    @ParameterizedTest
    @CsvSource({"BROADCAST", "SALT", "SPLIT"})
    void rowsThatMayChangeWhenReadAgainAreLeftToThePlainJoin(Treatment treatment) {
        Dataset<Row> random = sql("SELECT 1 AS k, rand() AS v UNION ALL SELECT 1, rand()");

        assertThat(declinedFor(random, treatment))
                .containsExactly(treatment.label() + ": a side may have other rows when it is read again"
                        + " (random expression). Write it to a table first");
        assertThat(declinedFor(sql("SELECT 1 AS k, id FROM range(9) LIMIT 5"), treatment))
                .hasSize(1)
                .first()
                .asString()
                .contains("(limit or sample)");
    }

    private static List<String> declinedFor(Dataset<Row> rows, Treatment treatment) {
        Treated treated = SkewedJoin.of(new Join(Join.Type.LEFT, List.of("k")), SkewMode.force(treatment))
                .apply(measured(rows, List.of("k"), 2), Side.unmeasured(sql("SELECT 1 AS k, 2 AS w")));
        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        return treated.receipt().declined();
    }

    @Test
    void refusesASpreadOverOtherKeys() {
        Side wrong = Side.measured(left, Spreads.of(left, List.of("reading"), 1));

        assertThatThrownBy(() -> SkewedJoin.of(new Join(Join.Type.INNER, ON), SkewMode.auto())
                        .apply(wrong, Side.unmeasured(right)))
                .isInstanceOf(InvalidTransformException.class)
                .hasMessage(
                        "Cannot treat join: the spread of the left side was measured over [reading] and the join is on"
                                + " [k.id]. Measure it over the keys of the join, in their order");
    }
}
