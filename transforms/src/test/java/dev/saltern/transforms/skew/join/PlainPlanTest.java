/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainPlanTest {

    private static final Join JOIN = new Join(Join.Type.INNER, List.of("k"));

    private final Dataset<Row> left = SPARK.range(0, 400, 1, 2).selectExpr("if(id < 300, 1, int(id)) AS k", "id AS v");
    private final Dataset<Row> right = SPARK.range(0, 400, 1, 2).selectExpr("int(id) AS k", "id AS w");

    @BeforeEach
    void withoutBroadcast() {
        SPARK.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        SPARK.conf().set("spark.sql.shuffle.partitions", "8");
        // One task would take so few rows, whatever their salts.
        SPARK.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
    }

    @AfterEach
    void restore() {
        SPARK.conf().unset("spark.sql.autoBroadcastJoinThreshold");
        SPARK.conf().set("spark.sql.shuffle.partitions", "2");
        SPARK.conf().unset("spark.sql.adaptive.coalescePartitions.enabled");
    }

    @Test
    void sidesShuffledForTheJoinCanBeSplit() {
        assertThat(PlainPlan.of(JOIN.apply(left, right))).isEqualTo(new PlainPlan(null, null, null));
    }

    @Test
    void sidesThatLieByTheirKeysCannot() {
        PlainPlan plan = PlainPlan.of(JOIN.apply(left.repartition(functions.col("k")), right.dropDuplicates("k")));

        assertThat(plan.leftRefusal()).isEqualTo("its partitions were asked for by hand (REPARTITION_BY_COL)");
        assertThat(plan.rightRefusal())
                .startsWith("it is not shuffled for this join alone, but lies by its keys since a ");
        assertThat(plan.bothStay()).isTrue();
    }

    @Test
    void sideFromOneTaskCannot() {
        assertThat(PlainPlan.of(JOIN.apply(left.coalesce(1), right)).leftRefusal())
                .isEqualTo("it comes from one task, whose output is not split");
    }

    @Test
    void broadcastOfAWholeSideShufflesNothing() {
        assertThat(PlainPlan.of(JOIN.apply(left, functions.broadcast(right))).unshuffled())
                .isEqualTo("Spark broadcasts a whole side (BroadcastHashJoin)");
    }

    @Test
    void saltedRowsOfAKeyAreJoinedByTasksOfTheirOwnThoughBothSidesLayByTheKey() {
        // Not right before the join: what is asked for there is left out.
        Dataset<Row> placed = left.repartition(8, functions.col("k")).select("*");
        Dataset<Row> partners = right.repartition(8, functions.col("k")).select("*");
        Side hot = Side.measured(placed, Spreads.of(placed, List.of("k"), 100));

        Treated treated = SkewedJoin.of(JOIN, SkewMode.force(Treatment.SALT)).apply(hot, Side.unmeasured(partners));

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.SALT);
        assertThat(treated.receipt().rowsAdded()).isEqualTo(5);
        assertThat(tasks(treated, "k = 1")).hasSize(6);
    }

    @Test
    void keptRowsWithoutAKeyAreJoinedByTasksOfTheirOwn() {
        Dataset<Row> nulls = left.selectExpr("if(k = 1, NULL, k) AS k", "v");
        Side measured = Side.measured(nulls, Spreads.of(nulls, List.of("k"), 1));

        Treated treated = SkewedJoin.of(new Join(Join.Type.LEFT, List.of("k")), SkewMode.force(Treatment.SALT))
                .apply(measured, Side.unmeasured(right));

        assertThat(treated.receipt().reason()).contains("NULL gets 6 salts");
        assertThat(tasks(treated, "k IS NULL")).hasSize(6);
    }

    /** Partitions of the rows that meet the condition; the plan of the join is left as it is. */
    private static Set<Integer> tasks(Treated treated, String condition) {
        Dataset<Row> rows = treated.rows().select(functions.expr(condition), functions.spark_partition_id());
        return rows.distinct().collectAsList().stream()
                .filter(row -> row.getBoolean(0))
                .map(row -> row.getInt(1))
                .collect(Collectors.toSet());
    }
}
