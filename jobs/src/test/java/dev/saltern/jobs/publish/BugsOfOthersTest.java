/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.run.SealedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Bugs that hurt the users of other tools, by name. The others of the kind: Glue's errors within an answer of 200 and pages in {@code
 * StrictGlueCatalogTest}, a killed process in {@code CrashTest} and {@code KilledRunTest}, rejected rows in {@code SensorDailyTest}.
 */
class BugsOfOthersTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope DAY_2 = Runs.day("2026-02-01");

    @Test
    void filesExistButTheCatalogEntryIsMissingThenRunAgain() {
        Runs runs = Runs.daily("entry_missing");
        runs.run(DAY_1, "1 2026-01-31", "2 2026-01-31");
        runs.catalog.apply(runs.table, new CatalogBatch(List.of(), List.of(), List.of(Map.of("dt", "2026-01-31"))));
        assertThat(runs.visible()).isEmpty();
        assertThat(runs.run(DAY_1, "1 2026-01-31", "2 2026-01-31")).isEmpty();
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-01-31");

        runs.spark.sql("DROP TABLE " + runs.table.quotedName());
        assertThat(runs.run(DAY_1, "1 2026-01-31", "2 2026-01-31")).isEmpty();
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-01-31");
        assertThat(runs.journal.head("entry_missing")).hasValue(1);
    }

    @Test
    void otherPartitionsSurviveAlsoWhereARunWritesNothing() {
        Runs runs = Runs.daily("survivors");
        runs.run(DAY_1, "1 2026-01-31");
        runs.run(DAY_2, "2 2026-02-01");
        runs.run(DAY_2, "3 2026-02-01");
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "3 2026-02-01");
        runs.run(DAY_2);
        assertThat(runs.visible()).containsExactly("1 2026-01-31");
    }

    @Test
    void twoOutputsInParallelAndTwoDaysOfOneTable() {
        Runs one = Runs.daily("parallel_one");
        Runs other = Runs.daily("parallel_other");
        List<CompletableFuture<SealedRun>> written = List.of(
                written(one, DAY_1, "1 2026-01-31"),
                written(other, DAY_1, "2 2026-01-31"),
                written(one, DAY_2, "3 2026-02-01"),
                written(other, DAY_2, "4 2026-02-01"));
        // Days of one table are published one behind the other, as a backfill does it; they are written beside each
        // other.
        written.stream()
                .map(CompletableFuture::join)
                .forEach(whole -> publish(whole.table().equals(one.table) ? one : other, whole));
        assertThat(one.visible()).containsExactly("1 2026-01-31", "3 2026-02-01");
        assertThat(other.visible()).containsExactly("2 2026-01-31", "4 2026-02-01");
        assertThat(one.journal.head("parallel_one")).hasValue(2);
    }

    @Test
    void sinkErrorFailsTheRunAndReadersKeepWhatTheyHave() throws IOException {
        Runs runs = Runs.daily("sink");
        runs.run(DAY_1, "1 2026-01-31");
        Path folder = runs.lake.localRoot().orElseThrow().resolve("_runs/sink");
        Path aside = folder.resolveSibling("sink-aside");
        Files.move(folder, aside);
        Files.writeString(folder, "not a folder");
        assertThatThrownBy(() -> runs.run(DAY_1, "2 2026-01-31")).isInstanceOf(Exception.class);
        Files.delete(folder);
        Files.move(aside, folder);
        // Spark remembers what it listed while the files were away.
        runs.spark.catalog().refreshTable(runs.table.quotedName());
        assertThat(runs.visible()).containsExactly("1 2026-01-31");
        assertThat(runs.journal.head("sink")).hasValue(1);
        runs.run(DAY_1, "2 2026-01-31");
        assertThat(runs.visible()).containsExactly("2 2026-01-31");
    }

    private static CompletableFuture<SealedRun> written(Runs runs, Scope scope, String row) {
        return CompletableFuture.supplyAsync(() -> runs.write(scope, row));
    }

    private static void publish(Runs runs, SealedRun sealed) {
        runs.publisher.audit(sealed, AuditInput.CLEAN);
        runs.publisher.commit(sealed);
    }
}
