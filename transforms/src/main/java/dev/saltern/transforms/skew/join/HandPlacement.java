/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.internal.Spark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;

/** A {@code repartition} that somebody asked for right before a join. */
final class HandPlacement {
    private HandPlacement() {}

    /**
     * The same rows without it. A treated join shuffles them anew, or not at all; the shuffle before would bring all rows of a
     * hot key to one task, only for that task to hand them out again, and adaptive execution does not split it.
     */
    static Dataset<Row> undone(Dataset<Row> rows) {
        LogicalPlan plan = Spark.execution(rows).analyzed();
        LogicalPlan below = plan;
        while (below instanceof RepartitionOperation placed && placed.shuffle()) {
            below = placed.child();
        }
        return below == plan ? rows : Spark.rows(rows.sparkSession(), below);
    }
}
