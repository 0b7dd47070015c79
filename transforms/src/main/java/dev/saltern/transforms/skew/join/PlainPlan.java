/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.internal.Spark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.exchange.ENSURE_REQUIREMENTS$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.joins.ShuffledJoin;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * How Spark would run the plain join, read off its plan before anything runs.
 *
 * @param unshuffled why no task gets more rows than the others, null if the sides are shuffled by their keys
 * @param leftRefusal why adaptive execution cannot split the left side's shuffle, null if it can
 * @param rightRefusal the same of the right side
 */
record PlainPlan(
        @Nullable String unshuffled,
        @Nullable String leftRefusal,
        @Nullable String rightRefusal) {

    /** Plans the join; runs no job. */
    static PlainPlan of(Dataset<Row> joined) {
        SparkPlan plan = Spark.execution(joined).executedPlan();
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            plan = adaptive.executedPlan();
        }
        Option<SparkPlan> join = plan.find(
                node -> node.nodeName().contains("Join") && node.children().size() == 2);
        if (join.isEmpty()) {
            return new PlainPlan("Spark needs no join, as a side is empty", null, null);
        }
        if (!(join.get() instanceof ShuffledJoin shuffled)) {
            return new PlainPlan("Spark broadcasts a whole side (" + join.get().nodeName() + ")", null, null);
        }
        return new PlainPlan(null, refusal(shuffled.left()), refusal(shuffled.right()));
    }

    /** Whether Spark leaves both sides where an earlier step has put them. */
    boolean bothStay() {
        return leftRefusal != null && rightRefusal != null;
    }

    private static @Nullable String refusal(SparkPlan side) {
        SparkPlan node = side;
        while (node instanceof SortExec || node instanceof InputAdapter || node instanceof WholeStageCodegenExec) {
            node = node.children().head();
        }
        if (!(node instanceof ShuffleExchangeExec exchange)) {
            return "it is not shuffled for this join alone, but lies by its keys since a " + node.nodeName();
        }
        if (!exchange.shuffleOrigin().equals(ENSURE_REQUIREMENTS$.MODULE$)) {
            return "its partitions were asked for by hand (" + exchange.shuffleOrigin() + ")";
        }
        return exchange.child().outputPartitioning().numPartitions() == 1
                ? "it comes from one task, whose output is not split"
                : null;
    }
}
