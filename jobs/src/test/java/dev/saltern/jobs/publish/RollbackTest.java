/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.redirect.Redirector;
import dev.saltern.jobs.publish.rollback.Rollback;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.publish.rollback.Rollbacks;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.status.VersionLine;
import dev.saltern.jobs.publish.status.VersionLines;
import dev.saltern.jobs.publish.table.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope DAY_2 = Runs.day("2026-02-01");
    private static final Scope BOTH = new Scope(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"));
    private static final String GOOD = "1 2026-01-31";
    private static final String BAD = "9 2026-01-31";

    @Test
    void earlierProjectionIsRestoredExactly() {
        Runs runs = Runs.daily("restored");
        runs.run(DAY_2, "2 2026-02-01");
        runs.run(DAY_1, GOOD);
        JournalEntry before = runs.journal.load("restored", 2);
        List<CatalogPartition> catalog =
                List.copyOf(runs.catalog.partitions(runs.table).values());
        runs.run(DAY_1, BAD);
        assertThat(rollBack(runs, RollbackGoal.lastRun())).isEqualTo(4);

        JournalEntry after = runs.journal.load("restored", 4);
        assertThat(after.kind()).isEqualTo(EntryKind.ROLLBACK);
        assertThat(after.projection()).isEqualTo(before.projection());
        assertThat(runs.catalog.partitions(runs.table).values())
                .as("but for what the metastore adds itself")
                .usingElementComparator(Comparator.comparing(RollbackTest::ours))
                .containsExactlyInAnyOrderElementsOf(catalog);
        assertThat(runs.visible()).containsExactly(GOOD, "2 2026-02-01");
    }

    @Test
    void runThatIsLiveAgainIsUpToDateAndTheOneTakenBackIsPublishedAnew() {
        Runs runs = Runs.daily("again");
        runs.run(DAY_1, GOOD);
        runs.run(DAY_1, BAD);
        rollBack(runs, RollbackGoal.lastRun());
        Claim claim = Claim.of(DAY_1, Runs.DAILY);

        assertThat(runs.run(DAY_1, GOOD)).isEmpty();
        assertThat(runs.publisher.published().takenBack(runs.table, runs.key(DAY_1, GOOD), claim))
                .isEmpty();
        assertThat(runs.publisher.published().takenBack(runs.table, runs.key(DAY_1, BAD), claim))
                .hasValue(2L);
        assertThat(runs.run(DAY_1, BAD).orElseThrow().version()).isEqualTo(4);
        assertThat(runs.visible()).containsExactly(BAD);
        assertThat(runs.publisher.published().takenBack(runs.table, runs.key(DAY_1, BAD), claim))
                .isEmpty();
        assertThat(runs.publisher.published().fixed("again")).containsEntry("pivot", "a,b");
    }

    @Test
    void runThatWasOnItsWayIsRefused() {
        Runs runs = Runs.daily("on_its_way");
        runs.run(DAY_1, GOOD);
        runs.run(DAY_1, BAD);
        SealedRun zombie = runs.write(DAY_1, "8 2026-01-31");
        runs.publisher.audit(zombie, AuditInput.CLEAN);
        rollBack(runs, RollbackGoal.lastRun());

        assertThatThrownBy(() -> runs.publisher.commit(zombie))
                .hasMessageContaining("partition {dt=2026-01-31} was rolled back meanwhile by version 3")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.CONFLICT);
        assertThat(runs.visible()).containsExactly(GOOD);
        assertThat(runs.run(DAY_1, "8 2026-01-31"))
                .as("a run that starts now is meant")
                .isPresent();
    }

    @Test
    void repeatedRollbackGoesOnBackwardsUntilNothingIsLeft() {
        Runs runs = Runs.daily("backwards");
        runs.run(DAY_1, GOOD);
        runs.run(DAY_2, "2 2026-02-01");
        runs.run(DAY_1, BAD);
        rollBack(runs, RollbackGoal.day(LocalDate.parse("2026-01-31")));
        assertThat(runs.visible()).containsExactly(GOOD, "2 2026-02-01");
        rollBack(runs, RollbackGoal.day(LocalDate.parse("2026-01-31")));
        assertThat(runs.visible()).containsExactly("2 2026-02-01");
        assertThat(runs.run(DAY_1, GOOD)).isPresent();
        assertThatThrownBy(() -> rollBack(runs, RollbackGoal.day(LocalDate.parse("2020-01-01"))))
                .hasMessage(
                        "Cannot roll back before the run that 2020-01-01 shows: no partition of backwards holds that"
                                + " day; the days are 2026-01-31 to 2026-02-01");
    }

    @Test
    void versionAndRunAreShownAgain() {
        Runs runs = Runs.daily("named");
        String first = runs.run(DAY_1, GOOD).orElseThrow().runId();
        runs.run(BOTH, "3 2026-01-31", "4 2026-02-01");
        runs.run(DAY_1, BAD);
        rollBack(runs, RollbackGoal.version(2));
        assertThat(runs.visible()).containsExactly("3 2026-01-31", "4 2026-02-01");
        rollBack(runs, RollbackGoal.run(first));
        assertThat(runs.visible()).containsExactly(GOOD, "4 2026-02-01");
        assertThat(plan(runs, RollbackGoal.run(first))).isEmpty();

        assertThat(VersionLines.of(runs.tables().entries("named")))
                .extracting(VersionLine::version, VersionLine::kind, VersionLine::live, VersionLine::note)
                .contains(tuple(3L, "run", 0, "rolled back in 4"), tuple(1L, "run", 1, ""));
        assertThatThrownBy(() -> plan(runs, RollbackGoal.version(9)))
                .hasMessage(
                        "Invalid --to: 9 (must be a version of named, 1 to 5). saltern history --table named lists them");
        assertThatThrownBy(() -> plan(runs, RollbackGoal.run("v7"))).hasMessageContaining("Invalid --run: v7");
    }

    @Test
    void goneAndChangedFilesAreRefused() throws IOException {
        Runs runs = Runs.daily("gone");
        runs.run(DAY_1, GOOD);
        Path file = dataFile(runs);
        runs.run(DAY_1, BAD);
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, new byte[] {1});
        assertThatThrownBy(() -> rollBack(runs, RollbackGoal.lastRun()))
                .hasMessageContaining("has 1 bytes, sealed were " + whole.length + ". Nothing was changed");
        Files.delete(file);
        assertThatThrownBy(() -> rollBack(runs, RollbackGoal.lastRun()))
                .hasMessageContaining(file.getFileName() + " is gone")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.STEP_FAILED);
        Files.write(file, whole);
        Files.write(file.resolveSibling("added.parquet"), whole);
        assertThatThrownBy(() -> rollBack(runs, RollbackGoal.lastRun())).hasMessageContaining("it was added later");
        assertThat(runs.journal.head("gone")).hasValue(2);
        assertThat(runs.visible()).containsExactly(BAD);
    }

    @Test
    void partitionThatChangedMeanwhileIsAConflict() {
        Runs runs = Runs.daily("raced");
        runs.run(DAY_1, GOOD);
        runs.run(DAY_1, BAD);
        LakeTable table = runs.tables().load("raced");
        List<Redirect> stale = plan(runs, RollbackGoal.lastRun());
        runs.run(DAY_1, "7 2026-01-31");
        assertThatThrownBy(() -> redirector(runs)
                        .redirect(runs.table, Rollbacks.redirection(table, RollbackGoal.lastRun(), stale)))
                .hasMessageContaining("was published meanwhile. Nothing was changed")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.CONFLICT);
        assertThat(runs.visible()).containsExactly("7 2026-01-31");
    }

    private static String ours(CatalogPartition partition) {
        Map<String, String> ours = new TreeMap<>(partition.parameters());
        ours.keySet().removeIf(name -> !name.startsWith("saltern."));
        return partition.location() + ours;
    }

    private static Path dataFile(Runs runs) throws IOException {
        Path folder = runs.lake.localRoot().orElseThrow().resolve("_runs/gone");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Redirect> plan(Runs runs, RollbackGoal goal) {
        return new Rollback(runs.tables(), runs.files(), goal)
                .plan(List.of(runs.tables().load(runs.table.table())))
                .values()
                .iterator()
                .next();
    }

    static long rollBack(Runs runs, RollbackGoal goal) {
        LakeTable table = runs.tables().load(runs.table.table());
        return redirector(runs).redirect(runs.table, Rollbacks.redirection(table, goal, plan(runs, goal)));
    }

    private static Redirector redirector(Runs runs) {
        return new Redirector(
                Stores.of(runs.spark, runs.store(), runs.catalog), runs.publisher, InstantSource.system());
    }
}
