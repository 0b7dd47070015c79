/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Tables of one run, whose rows are counted by one query. */
class SeveralTablesTest {
    private static final Scope TWO_DAYS = new Scope(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"));

    private final Publisher publisher = Runs.daily("any").publisher;

    @Test
    void eachTableIsCountedByItsOwnPartitions() {
        List<Receipt> receipts = publisher.confirm(List.of(
                shown(Runs.daily("several_daily"), "1 2026-01-31", "2 2026-01-31", "3 2026-02-01"),
                shown(whole("several_whole"), "1 2026-01-31", "2 2026-02-01"),
                shown(Runs.daily("several_empty"))));
        assertThat(receipts)
                .extracting(Receipt::table)
                .containsExactly("several_daily", "several_whole", "several_empty");
        assertThat(receipts).extracting(Receipt::rows).containsExactly(3L, 2L, 0L);
        assertThat(receipts).extracting(Receipt::partitions).containsExactly(2, 1, 0);
    }

    @Test
    void tableWhoseRowsAreGoneIsNamedAndThoseBeforeItAreConfirmed() throws IOException {
        Runs whole = Runs.daily("several_whole_one");
        Runs broken = Runs.daily("several_broken");
        Shown first = shown(whole, "1 2026-01-31");
        Shown second = shown(broken, "1 2026-01-31", "2 2026-02-01");
        removeFiles(second.run(), "dt=2026-02-01");

        assertThatThrownBy(() -> publisher.confirm(List.of(first, second)))
                .hasMessage("Cannot verify default.several_broken at version 1: partition {dt=2026-02-01} has 0 rows"
                        + " through the catalog, the journal says 1");
        assertThat(receiptOf(whole, first)).isTrue();
        assertThat(receiptOf(broken, second)).isFalse();
    }

    private static Runs whole(String name) {
        return new Runs(
                MetastoreSession.spark(),
                MetastoreSession.lake(),
                new TableSpec("default", name, StructType.fromDDL("id INT, dt DATE"), Partitioning.NONE, null));
    }

    private Shown shown(Runs runs, String... rows) {
        SealedRun sealed = runs.write(TWO_DAYS, rows);
        publisher.audit(sealed, AuditInput.CLEAN);
        return publisher.show(sealed);
    }

    private static boolean receiptOf(Runs runs, Shown shown) {
        return new RunFolder(
                        runs.store(), runs.table.table(), shown.run().manifest().runId())
                .read(RunFolder.RECEIPT, Receipt.class)
                .isPresent();
    }

    private static void removeFiles(SealedRun run, String partition) throws IOException {
        Path folder = MetastoreSession.lake()
                .localRoot()
                .orElseThrow()
                .resolve(run.path())
                .resolve(partition);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
