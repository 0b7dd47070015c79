/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.Output;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.write.TableLayout;
import java.util.Map;

/** How many bytes of the shuffle in front of a write become a file of the size that is wanted. */
public final class FileSizing {
    /** Before a run has told: columns of one kind lie together in a file and shrink about twice as well as the rows of a shuffle. */
    public static final double DEFAULT_RATIO = 0.5;

    /** A file that shrinks better than this is left smaller than wanted: its task would have to sort too much. */
    static final double MIN_RATIO = 1.0 / 16;

    /** Files are larger than the shuffled rows only where there are so few that a footer weighs more than they do. */
    static final double MAX_RATIO = 1;

    private FileSizing() {}

    /**
     * Returns the layout of an output.
     *
     * @param scope the days that the run claims
     * @param ratios bytes of a file for each byte of the shuffle before it, as earlier runs found, by table
     */
    static TableLayout layout(OutputPlan plan, Scope scope, Map<String, Double> ratios) {
        Output output = plan.output();
        double ratio = ratios.getOrDefault(plan.table().table(), DEFAULT_RATIO);
        TableLayout layout = new TableLayout(
                plan.table().partitionColumns(),
                plan.table().bucket(),
                shuffledBytes(output.targetFileSize(), ratio),
                output.maxRecordsPerFile());
        return forScope(layout, plan.table(), scope);
    }

    /** Returns the layout where a run claims so many days: what goes to one folder needs no gathering. */
    static TableLayout forScope(TableLayout layout, TableSpec table, Scope scope) {
        return scope.periods(table.partitioning().grain()).size() == 1 ? layout.forOneFolder() : layout;
    }

    /** Returns the bytes of the shuffle that a file takes in. */
    public static long shuffledBytes(ByteSize target, double ratio) {
        return Math.max(1, Math.round(target.bytes() / Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio))));
    }
}
