/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.creates;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.day;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.drops;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.location;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.table;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.updates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.test.kit.glue.StrictGlue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;

/** The catalog against a Glue that keeps its limits and fails as Glue does. */
class StrictGlueCatalogTest extends GlueCatalogContract {
    private static final LocalDate START = LocalDate.parse("2026-01-31");

    private final StrictGlue server = StrictGlue.start();
    private final GlueClient glue = GlueTestTables.client(server.endpoint());
    private final List<Integer> waits = new ArrayList<>();
    private final GlueCatalog catalog = new GlueCatalog(glue, null, RunSchemas.NONE, waits::add);

    @AfterEach
    void stop() {
        glue.close();
        server.close();
    }

    @Override
    GlueClient glue() {
        return glue;
    }

    private TableSpec daily(String name) {
        TableSpec table = table(name, "id INT, dt DATE", DAILY);
        catalog.ensureTable(table, location(name));
        return table;
    }

    private static List<CatalogPartition> days(int count, int version) {
        return IntStream.range(0, count)
                .mapToObj(i -> day(START.plusDays(i).toString(), version))
                .toList();
    }

    @Test
    void moreThanAPageIsReadToItsEndThoughPagesAreShortOrEmpty() {
        TableSpec table = daily("paged");
        for (int from = 0; from < 1200; from += 100) {
            catalog.apply(table, creates(days(1200, 1).subList(from, from + 100)));
        }
        assertThat(catalog.partitions(table)).hasSize(1200);
        assertThat(server.calls()).containsEntry("GetPartitions", 2);
        server.shortPages(500);
        assertThat(catalog.partitions(table)).hasSize(1200);
        assertThat(server.calls()).as("one of the four was empty").containsEntry("GetPartitions", 6);
    }

    @Test
    void keysThatGlueLeavesAreAskedForAgain() {
        TableSpec table = daily("left");
        catalog.apply(table, creates(days(100, 1)));
        server.leaveKeys();
        List<Map<String, String>> wanted =
                days(100, 1).stream().map(CatalogPartition::values).toList();
        assertThat(catalog.partitions(table, wanted)).hasSize(100);
        assertThat(server.calls().get("BatchGetPartition")).isEqualTo(7);
    }

    @Test
    void everyEntryOfABatchIsLookedAtByItself() {
        TableSpec table = daily("single");
        server.refuse("BatchCreatePartition", "2026-02-01", "InternalServiceException", 1);
        assertThat(catalog.apply(table, creates(days(3, 1))))
                .singleElement()
                .hasToString("{dt=2026-02-01}: InternalServiceException: As the script says");
        assertThat(catalog.partitions(table)).hasSize(2);
        catalog.apply(table, creates(days(3, 1)));
        server.refuse("BatchUpdatePartition", "2026-01-31", "ResourceNumberLimitExceededException", 1);
        assertThat(catalog.apply(table, updates(days(3, 2)))).hasSize(1);
        assertThat(catalog.partitions(table)).containsValues(day("2026-01-31", 1), day("2026-02-01", 2));
        server.refuse("BatchDeletePartition", "2026-02-02", "OperationTimeoutException", 1);
        assertThat(catalog.apply(
                        table,
                        drops(days(3, 1).stream().map(CatalogPartition::values).toList())))
                .singleElement()
                .asString()
                .contains("2026-02-02", "OperationTimeoutException");
        assertThat(catalog.partitions(table)).containsOnlyKeys(Map.of("dt", "2026-02-02"));
    }

    @Test
    void rateExceededIsWaitedForAndLostAnswersAreAskedForAgain() {
        TableSpec table = daily("slow");
        server.throttle("BatchCreatePartition", 4);
        assertThat(catalog.apply(table, creates(days(3, 1)))).isEmpty();
        assertThat(waits).containsExactly(0, 1, 2, 3);
        server.loseAnswers("BatchCreatePartition", 1);
        server.loseAnswers("BatchDeletePartition", 1);
        CatalogPartition other = day("2027-01-01", 1);
        assertThat(catalog.apply(table, creates(List.of(other)))).isEmpty();
        assertThat(catalog.partitions(table)).containsKey(other.values());
        assertThat(catalog.apply(table, drops(List.of(other.values())))).isEmpty();
        assertThat(catalog.partitions(table)).hasSize(3);
    }

    @Test
    void rateExceededForGoodIsAnError() {
        TableSpec table = daily("never");
        server.throttle("GetPartitions", 100);
        assertThatThrownBy(() -> catalog.partitions(table))
                .hasMessage("Cannot read the partitions of default.never in Glue: ThrottlingException: Rate exceeded,"
                        + " 9 times");
    }

    @Test
    void batchBeyondTheLimitIsRefusedByThisGlueAtLeast() {
        TableSpec table = daily("large");
        assertThatThrownBy(() -> catalog.apply(table, creates(days(101, 1))))
                .hasMessageContaining("Cannot create partitions of default.large in Glue: ValidationException")
                .hasMessageContaining("less than or equal to 100");
    }

    @Test
    void tableChangesFromTheVersionThatWasReadAndArchivesColumnsOnly() throws InterruptedException {
        TableSpec table = table("versions", "id INT", Partitioning.NONE);
        catalog.ensureTable(table, location("versions"));
        List<Thread> threads = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new Thread(() -> catalog.apply(
                        table,
                        updates(List.of(new CatalogPartition(
                                Map.of(),
                                location("_runs/versions/r" + i),
                                Map.of(CatalogPartition.VERSION, Integer.toString(i), "of-run-" + i, "x")))))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(catalog.partitions(table).get(Map.of()).location()).endsWith("r4");
        assertThat(server.archivedVersions("default", "versions")).isZero();
        catalog.ensureTable(table("versions", "id INT, n INT", Partitioning.NONE), location("versions"));
        assertThat(server.archivedVersions("default", "versions")).isEqualTo(1);
        assertThat(catalog.partitions(table).get(Map.of()).location()).endsWith("r4");
    }

    @Test
    void staleVersionIsReadAgain() {
        TableSpec table = table("stale", "id INT", Partitioning.NONE);
        catalog.ensureTable(table, location("stale"));
        server.interfere("default", "stale", 2);
        catalog.apply(
                table,
                updates(List.of(
                        new CatalogPartition(Map.of(), location("r1"), Map.of(CatalogPartition.VERSION, "1")))));
        assertThat(server.calls()).containsEntry("UpdateTable", 3);
        assertThat(catalog.partitions(table).get(Map.of()).parameters())
                .containsEntry("interference", "2")
                .containsEntry(CatalogPartition.VERSION, "1");
    }
}
