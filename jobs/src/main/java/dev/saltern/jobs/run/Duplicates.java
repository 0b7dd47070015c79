/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.saltern.conf.DedupeStep;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.step.StepRunner;
import dev.saltern.transforms.RareDuplicates;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Computes dedupe steps: where few rows have an equal, without a shuffle of the others. */
final class Duplicates {
    /** A smaller table is shuffled sooner than it is looked through twice. */
    static final long MIN_ROWS = 250_000;

    /** So many hashes fit a broadcast on any driver: eight bytes each, and a hash table over them. */
    static final long MAX_HASHES = 1_000_000;

    /** Of so many rows one may have an equal: if more have, the plain way is as cheap. */
    static final long ROWS_PER_SUSPECT = 8;

    private final Workspace workspace;
    private final Sketches sketches;

    Duplicates(Workspace workspace, Sketches sketches) {
        this.workspace = workspace;
        this.sketches = sketches;
    }

    /**
     * Returns the rows that stay.
     *
     * @param from a view that is written down: it is read up to three times
     * @param rows how many it has
     */
    Dataset<Row> removed(DedupeStep step, Dataset<Row> from, long rows) {
        if (rows < MIN_ROWS || step.keys().isEmpty()) {
            return StepRunner.dedupe(step).apply(from);
        }
        RareDuplicates rare = new RareDuplicates(StepRunner.dedupe(step));
        Dataset<Row> suspects = written(step.name() + ".suspects", rare.suspects(from));
        Row found = suspects.agg(count(lit(1)), coalesce(sum(col(RareDuplicates.ROWS)), lit(0L)))
                .first();
        if (found.getLong(0) > MAX_HASHES || found.getLong(1) > rows / ROWS_PER_SUSPECT) {
            return StepRunner.dedupe(step).apply(from);
        }
        Dataset<Row> alone = rare.unrepeated(from, suspects);
        return found.getLong(0) == 0
                ? from
                : alone.unionByName(written(step.name() + ".repeated", rare.repeated(from, suspects)));
    }

    private Dataset<Row> written(String name, Dataset<Row> frame) {
        return workspace.materialise(name, frame, Map.of(), sketches);
    }
}
