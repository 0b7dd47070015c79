/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.SPARK;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class SkewedJoinPropertyTest {

    private static final List<String> ON = List.of("k", "g");

    /** Which sides are measured. */
    enum Hot {
        LEFT,
        RIGHT,
        BOTH
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void everyTreatmentLeavesTheAnswer(
            @ForAll Join.Type type,
            @ForAll("treatments") Treatment treatment,
            @ForAll Hot hot,
            @ForAll boolean canBroadcast,
            @ForAll("rows") List<Row> leftRows,
            @ForAll("rows") List<Row> rightRows) {
        SPARK.conf().set("spark.sql.shuffle.partitions", "5");
        SPARK.conf().set("spark.sql.autoBroadcastJoinThreshold", canBroadcast ? "10000000" : "-1");
        try {
            Join join = new Join(type, ON);
            Dataset<Row> left = table("k DOUBLE, v INT, g INT", leftRows.toArray(Row[]::new));
            Dataset<Row> right = table("k DOUBLE, w INT, g INT", rightRows.toArray(Row[]::new));

            Treated treated = SkewedJoin.of(join, SkewMode.force(treatment))
                    .apply(side(left, hot != Hot.RIGHT), side(right, hot != Hot.LEFT));

            Dataset<Row> plain = join.apply(left, right);
            assertThat(treated.rows().schema()).isEqualTo(plain.schema());
            assertThat(textOf(treated.rows())).isEqualTo(textOf(plain));
        } finally {
            SPARK.conf().set("spark.sql.shuffle.partitions", "2");
            SPARK.conf().unset("spark.sql.autoBroadcastJoinThreshold");
        }
    }

    private static Side side(Dataset<Row> rows, boolean measured) {
        return measured ? Side.measured(rows, Spreads.of(rows, ON, 3)) : Side.unmeasured(rows);
    }

    @Provide
    Arbitrary<Treatment> treatments() {
        return Arbitraries.of(Treatment.ADAPTIVE, Treatment.BROADCAST, Treatment.SALT, Treatment.SPLIT);
    }

    /** Keys whose weights fall as those of Zipf do, both zeros and NaN among the frequent ones; few values, so rows repeat. */
    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> keys = Arbitraries.frequency(
                        weight(60, -0.0), weight(30, Double.NaN), weight(20, 0.0), weight(15, 1.0), weight(12, 2.0))
                .injectNull(0.1);
        Arbitrary<Integer> groups = Arbitraries.of(1, 1, 1, 2).injectNull(0.05);
        Arbitrary<Integer> values = Arbitraries.integers().between(1, 12);
        return Combinators.combine(keys, values, groups)
                .as((key, value, group) -> row(key, value, group))
                .list()
                .ofMinSize(0)
                .ofMaxSize(24);
    }

    private static Tuple2<Integer, Double> weight(int weight, double key) {
        return Tuple.of(weight, key);
    }
}
