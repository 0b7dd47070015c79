/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope DAY_2 = Runs.day("2026-02-01");
    private static final Scope BOTH = new Scope(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"));
    private static final Map<String, String> FIRST = Map.of("dt", "2026-01-31");

    @Test
    void repeatedRunIsUpToDateAndChangedInputReplacesTheDay() {
        Runs runs = Runs.daily("replaced");
        Receipt first = runs.run(DAY_1, "1 2026-01-31", "2 2026-01-31").orElseThrow();
        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.version()).isEqualTo(1);
        assertThat(runs.run(DAY_1, "1 2026-01-31", "2 2026-01-31")).isEmpty();
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-01-31");

        Receipt second = runs.run(DAY_1, "3 2026-01-31").orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(runs.visible()).containsExactly("3 2026-01-31");
        CatalogPartition partition = runs.catalog.partitions(runs.table).get(FIRST);
        assertThat(partition.location())
                .isEqualTo(runs.lake.root() + "/_runs/replaced/" + second.runId() + "/dt=2026-01-31");
        assertThat(partition.parameters())
                .containsEntry("saltern.run", second.runId())
                .containsEntry("saltern.version", "2")
                .containsEntry("saltern.rows", "1");
    }

    @Test
    void secondDayLeavesTheFirstAlone() {
        Runs runs = Runs.daily("two_days");
        runs.run(DAY_1, "1 2026-01-31");
        runs.run(DAY_2, "2 2026-02-01");
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
        assertThat(runs.run(DAY_1, "1 2026-01-31")).isEmpty();
        assertThat(runs.run(DAY_2, "2 2026-02-01")).isEmpty();
    }

    @Test
    void partitionInScopeThatTheRunDidNotProduceDisappears() {
        Runs runs = Runs.daily("tombstone");
        runs.run(BOTH, "1 2026-01-31", "2 2026-02-01");
        Receipt receipt = runs.run(BOTH, "2 2026-02-01").orElseThrow();
        assertThat(receipt.tombstones()).isEqualTo(1);
        assertThat(runs.visible()).containsExactly("2 2026-02-01");
        assertThat(runs.catalog.partitions(runs.table)).doesNotContainKey(FIRST);

        runs.run(BOTH);
        assertThat(runs.visible()).isEmpty();
        assertThat(runs.run(BOTH)).as("an empty day is a result like any other").isEmpty();
        assertThat(runs.run(DAY_1, "4 2026-01-31")).isPresent();
        assertThat(runs.visible()).containsExactly("4 2026-01-31");
    }

    @Test
    void rangeThatWasPartlyReplacedIsNotUpToDate() {
        Runs runs = Runs.daily("partly");
        runs.run(BOTH, "1 2026-01-31", "2 2026-02-01");
        runs.run(DAY_2, "3 2026-02-01");
        assertThat(runs.run(BOTH, "1 2026-01-31", "2 2026-02-01")).isPresent();
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
    }

    @Test
    void failedAuditLeavesJournalAndCatalogAsTheyWere() throws IOException {
        Runs runs = Runs.daily("refused");
        runs.run(DAY_1, "1 2026-01-31");
        Map<String, String> journal = contents(runs, "_journal/refused");
        var catalog = runs.catalog.partitions(runs.table);

        SealedRun sealed = runs.write(DAY_1, "2 2026-01-31", "3 2026-02-01");
        Audit audit = runs.publisher.audit(sealed, new AuditInput(true, List.of("RowCount > 5: observed 2")));
        assertThat(audit.reasons())
                .containsExactly(
                        "RowCount > 5: observed 2",
                        "Partition dt=2026-02-01 with 1 rows is outside the claimed scope 20260131");
        assertThatThrownBy(() -> runs.publisher.commit(sealed))
                .hasMessageContaining("Cannot publish run ")
                .hasMessageContaining("RowCount > 5: observed 2")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.QUALITY_GATE);

        assertThat(contents(runs, "_journal/refused")).isEqualTo(journal);
        assertThat(runs.catalog.partitions(runs.table)).isEqualTo(catalog);
        assertThat(runs.publisher.sealed(
                        runs.table, sealed.manifest().key(), dev.saltern.jobs.publish.run.Claim.of(DAY_1, Runs.DAILY)))
                .isEmpty();
    }

    @Test
    void firstRunThatFailsItsAuditCreatesNoTable() {
        Runs runs = Runs.daily("never_born");
        SealedRun sealed = runs.write(DAY_1, "1 2026-01-31");
        assertThat(runs.publisher
                        .audit(sealed, new AuditInput(false, List.of()))
                        .exitCode())
                .isEqualTo(ExitCode.UNBALANCED_ACCOUNT);
        assertThatThrownBy(() -> runs.publisher.commit(sealed)).hasMessageContaining("does not balance");
        assertThat(runs.catalog.find(runs.table)).isEmpty();
        assertThat(runs.journal.head("never_born")).isEmpty();
    }

    @Test
    void earlierRunThatWakesUpLateIsRefused() {
        Runs runs = Runs.daily("zombie");
        SealedRun zombie = passed(runs, runs.write(DAY_1, "1 2026-01-31"));
        runs.run(DAY_1, "2 2026-01-31");
        assertThatThrownBy(() -> runs.publisher.commit(zombie))
                .hasMessageContaining("which started later. Nothing was changed")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.CONFLICT);
        assertThat(runs.visible()).containsExactly("2 2026-01-31");
    }

    @Test
    void laterRunReplacesAnEarlierOneThatCameFirst() {
        Runs runs = Runs.daily("overtaken");
        SealedRun earlier = passed(runs, runs.write(DAY_1, "1 2026-01-31"));
        SealedRun later = passed(runs, runs.write(DAY_1, "2 2026-01-31"));
        runs.publisher.commit(earlier);
        assertThat(runs.publisher.commit(later).version()).isEqualTo(2);
        assertThat(runs.visible()).containsExactly("2 2026-01-31");
    }

    @Test
    void twoRunsWithTheSameKeyPublishOnce() {
        Runs runs = Runs.daily("twins");
        SealedRun one = passed(runs, runs.write(DAY_1, "1 2026-01-31"));
        SealedRun other = passed(runs, runs.write(DAY_1, "1 2026-01-31"));
        Receipt receipt = runs.publisher.commit(other);
        assertThat(runs.publisher.commit(one)).isEqualTo(receipt);
        assertThat(runs.journal.head("twins")).hasValue(1);
    }

    @Test
    void sealedRunThatWasNeverCommittedIsPublishedWithoutWritingAgain() {
        Runs runs = Runs.daily("left_over");
        SealedRun sealed = passed(runs, runs.write(DAY_1, "1 2026-01-31"));
        assertThat(runs.run(DAY_1, "1 2026-01-31").orElseThrow().runId())
                .isEqualTo(sealed.manifest().runId().text());
    }

    @Test
    void foreignChangesOfTheCatalogAreHealed() {
        Runs runs = Runs.daily("foreign");
        runs.run(BOTH, "1 2026-01-31", "2 2026-02-01");
        String wrong = runs.lake.root() + "/elsewhere";
        Map<String, String> added = Map.of("dt", "2020-01-01");
        runs.catalog.apply(
                runs.table,
                new CatalogBatch(
                        List.of(new CatalogPartition(added, wrong, Map.of())),
                        List.of(new CatalogPartition(FIRST, wrong, Map.of())),
                        List.of(Map.of("dt", "2026-02-01"))));
        assertThat(runs.visible()).isEmpty();
        runs.publisher.reconcile(runs.table);
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
        assertThat(runs.catalog.partitions(runs.table)).doesNotContainKey(added);
    }

    @Test
    void lostEndOfTheJournalIsRefused() throws IOException {
        Runs runs = Runs.daily("cut_off");
        runs.run(DAY_1, "1 2026-01-31");
        runs.run(DAY_1, "2 2026-01-31");
        Files.delete(runs.lake.localRoot().orElseThrow().resolve("_journal/cut_off/v000000000002.json"));
        assertThatThrownBy(() -> runs.publisher.reconcile(runs.table))
                .hasMessageContaining("the catalog names version 2, but the journal ends at version 1");
        assertThat(runs.visible()).containsExactly("2 2026-01-31");
    }

    @Test
    void tableWithoutPartitionsFlipsAsAWhole() {
        Runs runs = new Runs(
                MetastoreSession.spark(),
                MetastoreSession.lake(),
                new TableSpec("default", "whole", StructType.fromDDL("id INT, dt DATE"), Partitioning.NONE, null));
        runs.run(DAY_1, "1 2026-01-31");
        Receipt receipt = runs.run(DAY_2, "2 2026-02-01").orElseThrow();
        assertThat(runs.visible()).containsExactly("2 2026-02-01");
        assertThat(receipt.runId()).startsWith("all-");
        assertThat(runs.run(DAY_2, "2 2026-02-01")).isEmpty();
        assertThat(runs.run(DAY_1)).isPresent();
        assertThat(runs.visible()).isEmpty();
    }

    @Test
    void addedColumnIsNullInOlderDaysAndLostOrChangedOnesAreRefused() {
        Runs.daily("evolved").run(DAY_1, "1 2026-01-31");
        Runs wider = evolved("id INT, `a b.c` STRING, dt DATE");
        wider.run(DAY_2, "2 2026-02-01");
        assertThat(wider.visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
        assertThat(wider.spark.table("evolved").columns()).containsExactly("id", "a b.c", "dt");

        Runs changed = evolved("id STRING, dt DATE");
        SealedRun sealed = changed.write(DAY_2, "3 2026-02-01");
        assertThat(changed.publisher.audit(sealed, AuditInput.CLEAN).reasons())
                .containsExactly(
                        "The schema of default.evolved breaks its readers: column `a b.c` STRING is gone. Write the"
                                + " columns as they were, or set outputs.evolved.evolve: allow and the table follows",
                        "The schema of default.evolved makes published files unreadable: column `id` INT -> STRING. Write"
                                + " the columns as they were, or under new names, or give the output a new name and"
                                + " publish its days to that");
    }

    private static Runs evolved(String ddl) {
        return new Runs(
                MetastoreSession.spark(),
                MetastoreSession.lake(),
                new TableSpec("default", "evolved", StructType.fromDDL(ddl), Runs.DAILY, null));
    }

    private static SealedRun passed(Runs runs, SealedRun sealed) {
        assertThat(runs.publisher.audit(sealed, AuditInput.CLEAN).hasPassed()).isTrue();
        return sealed;
    }

    private static Map<String, String> contents(Runs runs, String folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(runs.lake.localRoot().orElseThrow().resolve(folder))) {
            for (Path file : files.toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
