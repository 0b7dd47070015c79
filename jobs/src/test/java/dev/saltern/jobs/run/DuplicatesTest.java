/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.Keep;
import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.skew.SketchPlan;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.step.StepRunner;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
    private static final RunId RUN = new RunId("20260131-0000abcd-01KG3Z5YV0Q4M7T2B8D6N9R1A2");
    private static final DedupeStep STEP = new DedupeStep("unique", "rows", List.of("k"), new Keep.Latest("received"));

    private final SparkSession session = TestSession.session();

    @TempDir
    private Path folder;

    @Test
    void rareDuplicatesGoAndNoOtherRowIsShuffled() throws IOException {
        long rows = Duplicates.MIN_ROWS;
        Dataset<Row> from = session.range(rows).selectExpr("IF(id % 100 = 7, id - 1, id) AS k", "id AS received");

        try (Workspace workspace = open()) {
            Duplicates.Rare rare = rare(workspace, from, rows).orElseThrow();
            assertThat(Spark.execution(rare.rows()).executedPlan().toString())
                    .contains("Union")
                    .doesNotContain("Exchange hashpartitioning");
            assertThat(rare.rows()
                            .exceptAll(StepRunner.dedupe(STEP).apply(from))
                            .count())
                    .isZero();
            assertThat(rare.rows().count()).isEqualTo(rows - rows / 100);
            assertThat(rare.count()).isEqualTo(rows - rows / 100);
        }
    }

    @Test
    void whereManyHaveAnEqualThePlainWayIsLeft() throws IOException {
        Dataset<Row> from = session.range(Duplicates.MIN_ROWS).selectExpr("id div 2 AS k", "id AS received");

        try (Workspace workspace = open()) {
            assertThat(rare(workspace, from, Duplicates.MIN_ROWS)).isEmpty();
        }
    }

    @Test
    void aTableWithoutAnyIsTakenAsItIs() throws IOException {
        Dataset<Row> from = session.range(Duplicates.MIN_ROWS).selectExpr("id AS k", "id AS received");

        try (Workspace workspace = open()) {
            assertThat(rare(workspace, from, Duplicates.MIN_ROWS))
                    .contains(new Duplicates.Rare(from, Duplicates.MIN_ROWS));
        }
    }

    @Test
    void aSmallTableIsNotLookedThroughTwice() {
        assertThat(Duplicates.mayBeRare(STEP, Duplicates.MIN_ROWS - 1)).isFalse();
        assertThat(Duplicates.mayBeRare(STEP, Duplicates.MIN_ROWS)).isTrue();
    }

    @Test
    void withoutKeysTheWholeRowWouldBeHashed() {
        DedupeStep whole = new DedupeStep("unique", "rows", List.of(), new Keep.Any());
        assertThat(Duplicates.mayBeRare(whole, Duplicates.MIN_ROWS)).isFalse();
    }

    @Test
    void hashesAreBroadcastUpToALimitAndRowsUpToAShare() {
        long rows = 100 * Duplicates.MAX_HASHES;
        long share = rows / Duplicates.ROWS_PER_SUSPECT;

        assertThat(Duplicates.areFew(Duplicates.MAX_HASHES, share, rows)).isTrue();
        assertThat(Duplicates.areFew(Duplicates.MAX_HASHES + 1, share, rows)).isFalse();
        assertThat(Duplicates.areFew(Duplicates.MAX_HASHES, share + 1, rows)).isFalse();
    }

    private Optional<Duplicates.Rare> rare(Workspace workspace, Dataset<Row> from, long rows) {
        return new Duplicates(workspace, new Sketches(SketchPlan.NONE)).rare(STEP, from, rows);
    }

    private Workspace open() throws IOException {
        return Workspace.open(folder.toString(), "p", RUN, new Configuration());
    }
}
