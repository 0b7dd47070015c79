/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.compact.CompactReport;
import dev.saltern.jobs.compact.Compaction;
import dev.saltern.jobs.publish.gc.GarbageCollection;
import dev.saltern.jobs.publish.gc.Retention;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompactionTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope DAY_2 = Runs.day("2026-02-01");
    private static final String[] FOUR = {"1 2026-01-31", "2 2026-01-31", "3 2026-01-31", "4 2026-01-31"};
    private static final String[] TWO = {"5 2026-02-01", "6 2026-02-01"};

    @Test
    void rowsStayAndFilesBecomeFewer() throws IOException {
        Runs runs = manyFiles("compacted");
        JournalEntry before = runs.journal.load("compacted", 2);
        assertThat(files(before, runs)).isGreaterThan(2);

        CompactReport dry = compact(runs, Optional.empty(), true);
        assertThat(dry.tables().get(0).filesAfter()).isEqualTo(2);
        assertThat(runs.journal.head("compacted")).hasValue(2);

        CompactReport.TableLine line =
                compact(runs, Optional.empty(), false).tables().get(0);
        assertThat(line.partitions()).isEqualTo(2);
        assertThat(line.rows()).isEqualTo(6);
        assertThat(line.filesAfter()).isEqualTo(2);
        JournalEntry after = runs.journal.load("compacted", 3);
        assertThat(after.kind()).isEqualTo(EntryKind.COMPACTION);
        assertThat(files(after, runs)).isEqualTo(2);
        assertThat(after.projection())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("location")
                .isEqualTo(before.projection());
        assertThat(runs.visible()).hasSize(6).contains("1 2026-01-31", "6 2026-02-01");
        assertThat(compact(runs, Optional.empty(), false).tables().get(0).partitions())
                .isZero();
    }

    @Test
    void compactedDayIsUpToDateAndCanBeRolledBackAndCollected() throws IOException {
        Runs runs = manyFiles("kept_key");
        compact(runs, Optional.of(DAY_1), false);
        assertThat(runs.journal.head("kept_key")).hasValue(3);
        assertThat(runs.run(DAY_1, FOUR)).isEmpty();
        runs.run(DAY_1, "9 2026-01-31");
        RollbackTest.rollBack(runs, RollbackGoal.lastRun());
        assertThat(runs.visible()).hasSize(6);
        assertThat(runs.run(DAY_1, FOUR)).isEmpty();

        Retention none = new Retention(Duration.ZERO, 1, Duration.ZERO);
        for (int day = 1; day < 4; day++) {
            GarbageCollection collection = new GarbageCollection(
                    runs.tables(),
                    Stores.of(runs.spark, runs.store(), runs.catalog),
                    none,
                    Clock.offset(Clock.systemUTC(), Duration.ofDays(day)),
                    false);
            collection.collect(runs.tables().load("kept_key"), "default");
        }
        String origin = runs.journal.load("kept_key", 1).runId();
        Path folder = runs.lake.localRoot().orElseThrow().resolve("_runs/kept_key/" + origin);
        assertThat(folder.resolve("_manifest.json"))
                .as("it tells where the rows come from")
                .exists();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".parquet")))
                    .isEmpty();
        }
        assertThat(runs.visible()).hasSize(6);
        assertThat(runs.publisher.published().fixed("kept_key")).containsEntry("pivot", "a,b");
    }

    @Test
    void filesThatDoNotHoldTheSealedRowsAreNotCompacted() throws IOException {
        Runs runs = manyFiles("swapped");
        List<Path> files = parquet(runs, runs.journal.load("swapped", 1));
        byte[] first = Files.readAllBytes(files.get(0));
        Path other = files.stream()
                .filter(file -> file.toFile().length() == first.length)
                .reduce((one, two) -> two)
                .orElseThrow();
        Runs.overwrite(other, first);
        assertThatThrownBy(() -> compact(runs, Optional.of(DAY_1), false))
                .hasMessageContaining("do not hold the rows that were sealed: 4 rows then, 4 now. Nothing was changed");
        assertThat(runs.journal.head("swapped")).hasValue(2);

        Files.delete(other);
        CompactReport report = compact(runs, Optional.of(DAY_1), false);
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("is left alone")
                .contains("is gone");
        assertThat(report.tables().get(0).partitions()).isZero();
    }

    private static Runs manyFiles(String name) {
        Runs runs = Runs.daily(name);
        runs.run(DAY_1, FOUR);
        runs.run(DAY_2, TWO);
        return runs;
    }

    private static CompactReport compact(Runs runs, Optional<Scope> days, boolean dryRun) {
        Compaction compaction = new Compaction(
                runs.spark, Stores.of(runs.spark, runs.store(), runs.catalog), runs.tables(), Progress.SILENT, dryRun);
        compaction.compact(runs.tables().load(runs.table.table()), "default", days, ByteSize.parse("1MB"), 0.5);
        return compaction.report();
    }

    private static int files(JournalEntry entry, Runs runs) throws IOException {
        return parquet(runs, entry).size();
    }

    private static List<Path> parquet(Runs runs, JournalEntry entry) throws IOException {
        List<Path> files = new ArrayList<>();
        for (PartitionState state : entry.projection()) {
            try (Stream<Path> found =
                    Files.list(runs.lake.localRoot().orElseThrow().resolve(String.valueOf(state.location())))) {
                files.addAll(found.filter(file -> file.toString().endsWith(".parquet"))
                        .toList());
            }
        }
        return files;
    }
}
