/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.gc.GarbageCollection;
import dev.saltern.jobs.publish.gc.GcReport;
import dev.saltern.jobs.publish.gc.Retention;
import dev.saltern.jobs.publish.gc.RunFate;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GarbageCollectionTest {
    private static final Scope DAY = Runs.day("2026-01-31");
    private static final Retention RETENTION = new Retention(Duration.ofDays(7), 1, Duration.ofHours(24));
    private static final Duration LATER = Duration.ofDays(8);

    @Test
    void runThatNothingRefersToIsMarkedAndRemovedAfterTheGrace() throws IOException {
        Runs runs = Runs.daily("collected");
        List<String> ids = publish(runs, 3);
        assertThat(collect(runs, LATER, RETENTION, true).runs())
                .extracting(GcReport.RunLine::run, GcReport.RunLine::fate)
                .containsExactly(tuple(ids.get(0), RunFate.MARKED), tuple(ids.get(1), RunFate.MARKED));
        assertThat(fates(collect(runs, LATER, RETENTION, false)))
                .as("the dry run before has marked nothing")
                .containsExactly(RunFate.MARKED, RunFate.MARKED);
        GcReport waiting = collect(runs, LATER.plusHours(23), RETENTION, false);
        assertThat(fates(waiting)).containsExactly(RunFate.WAITING, RunFate.WAITING);
        assertThat(waiting.files()).isZero();

        GcReport removed = collect(runs, LATER.plusHours(25), RETENTION, false);
        assertThat(fates(removed)).containsExactly(RunFate.REMOVED, RunFate.REMOVED);
        assertThat(removed.files())
                .as("data, manifest, audit, receipt, mark, twice")
                .isGreaterThanOrEqualTo(10);
        assertThat(removed.bytes()).isPositive();
        assertThat(folder(runs, "_runs/collected/" + ids.get(0)))
                .as("nothing is left but that it was removed")
                .isDirectoryRecursivelyContaining("glob:**/_removed.json")
                .isDirectoryNotContaining("glob:**/*.parquet")
                .isDirectoryNotContaining("glob:**/_manifest.json");
        assertThat(folder(runs, "_runs/collected/" + ids.get(2))).exists();
        assertThat(runs.visible()).containsExactly("3 2026-01-31");
        assertThat(runs.journal.head("collected")).as("the journal stays whole").hasValue(3);
        assertThat(runs.run(DAY, "3 2026-01-31")).isEmpty();
        assertThat(collect(runs, LATER.plusHours(26), RETENTION, false).runs()).isEmpty();
    }

    @Test
    void whatWasLiveWithinTheTimeOrTheLastVersionsStays() {
        Runs runs = Runs.daily("retained");
        publish(runs, 4);
        assertThat(collect(runs, Duration.ofDays(6), RETENTION, true).runs()).isEmpty();
        GcReport report = collect(runs, LATER, new Retention(Duration.ofDays(7), 3, Duration.ZERO), true);
        assertThat(report.runs()).hasSize(1);
        assertThat(report.kept()).isEqualTo(3);
    }

    @Test
    void catalogLocationAndLeaseKeepARun() {
        Runs runs = Runs.daily("referred");
        List<String> ids = publish(runs, 3);
        Map<String, String> values = Map.of("dt", "2026-01-31");
        runs.catalog.apply(
                runs.table,
                new CatalogBatch(
                        List.of(),
                        List.of(new CatalogPartition(
                                values,
                                runs.lake.root() + "/_runs/referred/" + ids.get(0) + "/dt=2026-01-31",
                                Map.of())),
                        List.of()));
        new Leases(runs.store(), at(LATER)).announce("referred", new RunId(ids.get(1)));
        assertThat(collect(runs, LATER, RETENTION, true).runs()).isEmpty();
        assertThat(fates(collect(runs, LATER.plusMinutes(16), RETENTION, true)))
                .as("the lease has run out")
                .containsExactly(RunFate.MARKED);
    }

    @Test
    void runThatIsReferredToAgainLosesItsMark() {
        Runs runs = Runs.daily("spared");
        publish(runs, 2);
        collect(runs, LATER, RETENTION, false);
        Retention longer = new Retention(Duration.ofDays(7), 3, Duration.ofHours(24));
        assertThatThrownBy(() -> RollbackTest.rollBack(runs, RollbackGoal.lastRun()))
                .hasMessageContaining("it is marked for removal or gone");
        assertThat(fates(collect(runs, LATER, longer, false))).containsExactly(RunFate.SPARED);
        RollbackTest.rollBack(runs, RollbackGoal.lastRun());
        assertThat(runs.visible()).containsExactly("1 2026-01-31");
        assertThat(collect(runs, LATER.plusDays(9), RETENTION, false).runs())
                .as("the run that was rolled back goes, the one that is live again stays")
                .extracting(GcReport.RunLine::fate)
                .containsExactly(RunFate.MARKED);
    }

    @Test
    void condemnedRunIsNotPublishedAnyMore() {
        Runs runs = Runs.daily("given_up");
        SealedRun sealed = runs.write(DAY, "1 2026-01-31");
        runs.publisher.audit(sealed, AuditInput.CLEAN);
        assertThat(collect(runs, Duration.ZERO, RETENTION, false).runs()).isEmpty();
        assertThat(fates(collect(runs, LATER, RETENTION, false))).containsExactly(RunFate.MARKED);
        assertThatThrownBy(() -> runs.publisher.commit(sealed)).hasMessageContaining("it was given up");
        assertThat(runs.journal.head("given_up")).isEmpty();
    }

    @Test
    void tableWithAHoleInItsJournalIsLeftAlone() throws IOException {
        Runs runs = Runs.daily("holed");
        publish(runs, 3);
        Files.delete(folder(runs, "_journal/holed/v000000000001.json"));
        GcReport report = collect(runs, LATER, RETENTION, false);
        assertThat(report.runs()).isEmpty();
        assertThat(report.problems()).singleElement().asString().contains("v000000000001.json is missing");
    }

    @Test
    void journalThatEndsBeforeTheCatalogIsLeftAlone() throws IOException {
        Runs runs = Runs.daily("shortened");
        publish(runs, 2);
        Files.delete(folder(runs, "_journal/shortened/v000000000002.json"));
        Files.delete(folder(runs, "_journal/shortened/v000000000001.json"));
        GcReport report = collect(runs, LATER, RETENTION, false);
        assertThat(report.runs()).isEmpty();
        assertThat(report.problems()).singleElement().asString().contains("the catalog names version 2");
    }

    @Test
    void unfinishedDocumentsAndDeadLeasesGo() throws IOException {
        Runs runs = Runs.daily("left_behind");
        publish(runs, 1);
        Path temporary = folder(runs, "_journal/left_behind/.v000000000002.json.x.tmp");
        Files.writeString(temporary, "{");
        Files.setLastModifiedTime(temporary, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        new Leases(runs.store(), at(Duration.ofDays(-9)))
                .announce("left_behind", new RunId("all-00000000-01KG3Z5YV0Q4M7T2B8D6N9R1XE"));
        GcReport report = collect(runs, Duration.ZERO, RETENTION, false);
        assertThat(report.leftovers())
                .extracting(GcReport.Leftover::what)
                .containsExactlyInAnyOrder("unfinished document", "lease of a run that died");
        assertThat(temporary).doesNotExist();
        assertThat(collect(runs, Duration.ZERO, RETENTION, false).leftovers()).isEmpty();
    }

    private static List<String> publish(Runs runs, int versions) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= versions; i++) {
            ids.add(runs.run(DAY, i + " 2026-01-31").orElseThrow().runId());
        }
        return ids;
    }

    private static List<RunFate> fates(GcReport report) {
        return report.runs().stream().map(GcReport.RunLine::fate).toList();
    }

    private static GcReport collect(Runs runs, Duration later, Retention retention, boolean dryRun) {
        GarbageCollection collection = new GarbageCollection(
                runs.tables(), Stores.of(runs.spark, runs.store(), runs.catalog), retention, at(later), dryRun);
        collection.collect(runs.tables().load(runs.table.table()), "default");
        return collection.report();
    }

    private static Clock at(Duration later) {
        return Clock.offset(Clock.systemUTC(), later);
    }

    private static Path folder(Runs runs, String path) {
        return runs.lake.localRoot().orElseThrow().resolve(path);
    }
}
