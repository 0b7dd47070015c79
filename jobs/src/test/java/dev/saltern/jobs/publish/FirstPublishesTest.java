/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables that several runs publish for the first time in the same moment, each as a process of its own would. */
class FirstPublishesTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope DAY_2 = Runs.day("2026-02-01");

    @Test
    void firstCommitsOfOneTableAndOfTwoAtOnceAllGoThrough() throws InterruptedException {
        List<Sealed> all = List.of(
                sealed("first_one", DAY_1, "1 2026-01-31"),
                sealed("first_one", DAY_2, "2 2026-02-01"),
                sealed("first_other", DAY_1, "3 2026-01-31"),
                sealed("first_other", DAY_2, "4 2026-02-01"));
        CyclicBarrier start = new CyclicBarrier(all.size());
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        List<CompletableFuture<Receipt>> commits = new ArrayList<>();
        for (Sealed each : all) {
            commits.add(CompletableFuture.supplyAsync(() -> each.commitBehind(start), threads));
        }
        assertThat(commits)
                .allSatisfy(commit -> assertThat(commit.join().rows()).isEqualTo(1));
        threads.shutdown();

        assertThat(Runs.daily("first_one").visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
        assertThat(Runs.daily("first_other").visible()).containsExactly("3 2026-01-31", "4 2026-02-01");
        assertThat(Runs.daily("first_one").journal.head("first_one")).hasValue(2);
    }

    @Test
    void firstRunThatDoesNotFitTheOneBeforeItIsRefusedWhereBothFoundNoTable() {
        Sealed first = sealed("first_typed", DAY_1, "1 2026-01-31");
        Sealed narrow = sealed(typed("id STRING, dt DATE", null), DAY_2, "2 2026-02-01");
        Sealed bucketed = sealed(typed("id INT, dt DATE", new Bucket(List.of("id"), 2, List.of())), DAY_2);
        first.runs.publisher.commit(first.run);

        assertConflict(narrow, "makes published files unreadable: column `id` INT -> STRING");
        assertConflict(bucketed, "The buckets of default.first_typed would change: the catalog has none");
        assertThat(first.runs.journal.head("first_typed")).hasValue(1);
        assertThat(first.runs.visible()).containsExactly("1 2026-01-31");
        Sealed wider = sealed(typed("id INT, v STRING, dt DATE", null), DAY_2, "2 2026-02-01");
        assertThat(wider.runs.publisher.commit(wider.run).version()).isEqualTo(2);
    }

    private static void assertConflict(Sealed sealed, String reason) {
        assertThatThrownBy(() -> sealed.runs.publisher.commit(sealed.run))
                .hasMessageContaining("was published meanwhile, and the two do not fit. ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith(". Nothing was changed")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.CONFLICT);
    }

    /** A run that is ready to go live. */
    private record Sealed(Runs runs, SealedRun run) {
        Receipt commitBehind(CyclicBarrier start) {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return runs.publisher.commit(run);
        }
    }

    private static Sealed sealed(String table, Scope scope, String... rows) {
        return sealed(Runs.dailyTable(table), scope, rows);
    }

    private static Sealed sealed(TableSpec table, Scope scope, String... rows) {
        Runs runs = new Runs(MetastoreSession.spark().newSession(), MetastoreSession.lake(), table);
        SealedRun run = runs.write(scope, rows);
        assertThat(runs.publisher.audit(run, AuditInput.CLEAN).hasPassed()).isTrue();
        return new Sealed(runs, run);
    }

    private static TableSpec typed(String ddl, @Nullable Bucket bucket) {
        return new TableSpec(
                "default", "first_typed", StructType.fromDDL(ddl), Runs.DAILY, bucket, Evolve.REFUSE, null);
    }
}
