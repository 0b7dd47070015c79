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
import java.util.Optional;
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

    /** Returns whether it is worth a look: a small table is shuffled sooner. */
    static boolean mayBeRare(DedupeStep step, long rows) {
        return rows >= MIN_ROWS && !step.keys().isEmpty();
    }

    /** Returns whether so many hashes can be broadcast, and so many rows that have them are cheaper than the plain way. */
    static boolean areFew(long hashes, long suspected, long rows) {
        return hashes <= MAX_HASHES && suspected <= rows / ROWS_PER_SUSPECT;
    }

    /**
     * Rows that stay.
     *
     * @param rows cheap enough to be computed by what reads them: no shuffle
     * @param count how many there are
     */
    record Rare(Dataset<Row> rows, long count) {}

    /**
     * Returns the rows that stay, or empty if too many rows have an equal: then the plain way is as cheap.
     *
     * @param from a view that is written down: it is read up to three times
     * @param rows how many it has
     */
    Optional<Rare> rare(DedupeStep step, Dataset<Row> from, long rows) {
        RareDuplicates rare = new RareDuplicates(StepRunner.dedupe(step));
        Dataset<Row> suspects = written(step.name() + ".suspects", rare.suspects(from));
        Row found = suspects.agg(count(lit(1)), coalesce(sum(col(RareDuplicates.ROWS)), lit(0L)))
                .first();
        long hashes = found.getLong(0);
        long suspected = found.getLong(1);
        if (!areFew(hashes, suspected, rows)) {
            return Optional.empty();
        }
        if (hashes == 0) {
            return Optional.of(new Rare(from, rows));
        }
        Dataset<Row> repeated = written(step.name() + ".repeated", rare.repeated(from, suspects));
        return Optional.of(
                new Rare(rare.unrepeated(from, suspects).unionByName(repeated), rows - suspected + repeated.count()));
    }

    private Dataset<Row> written(String name, Dataset<Row> frame) {
        return workspace.materialise(name, frame, Map.of(), sketches);
    }
}
