/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.doctor.Doctor;
import dev.saltern.jobs.publish.doctor.DoctorPage;
import dev.saltern.jobs.publish.doctor.Finding;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.publish.run.SealedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final Scope DAY_1 = Runs.day("2026-01-31");
    private static final Scope BOTH = new Scope(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"));
    private static final Map<String, String> FIRST = Map.of("dt", "2026-01-31");

    @Test
    void catalogThatDiffersIsToldAndRepaired() {
        Runs runs = Runs.daily("differs");
        runs.run(BOTH, "1 2026-01-31", "2 2026-02-01");
        assertThat(examine(runs, true, false)).isEmpty();
        runs.catalog.apply(
                runs.table,
                new CatalogBatch(
                        List.of(new CatalogPartition(
                                Map.of("dt", "2020-01-01"), runs.lake.root() + "/elsewhere", Map.of())),
                        List.of(new CatalogPartition(FIRST, runs.lake.root() + "/elsewhere", Map.of())),
                        List.of(Map.of("dt", "2026-02-01"))));

        List<Finding> found = examine(runs, false, false);
        assertThat(found)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        Finding.Kind.FOREIGN_LOCATION, Finding.Kind.FOREIGN_LOCATION, Finding.Kind.CATALOG_BEHIND);
        assertThat(DoctorPage.of(1, found))
                .contains("! differs, catalog behind: dt=2026-02-01 is not in the catalog")
                .contains("! differs, foreign location: dt=2026-01-31 sends readers to ")
                .endsWith("1 table, 3 things are wrong\n");
        assertThat(examine(runs, false, true)).noneMatch(Finding::isOpen);
        assertThat(examine(runs, false, false)).isEmpty();
        assertThat(runs.visible()).containsExactly("1 2026-01-31", "2 2026-02-01");
    }

    @Test
    void tableThatTheCatalogLostComesBackFromTheLake() {
        Runs runs = Runs.daily("dropped");
        runs.run(DAY_1, "1 2026-01-31");
        runs.spark.sql("DROP TABLE default.dropped");
        assertThat(examine(runs, false, true)).extracting(Finding::kind).containsExactly(Finding.Kind.CATALOG_BEHIND);
        assertThat(runs.visible()).containsExactly("1 2026-01-31");
    }

    @Test
    void catalogAheadAndHoleAreToldAndLeftAlone() throws IOException {
        Runs runs = Runs.daily("ahead");
        runs.run(DAY_1, "1 2026-01-31");
        runs.run(DAY_1, "2 2026-01-31");
        runs.run(DAY_1, "3 2026-01-31");
        Path journal = runs.lake.localRoot().orElseThrow().resolve("_journal/ahead");
        Files.delete(journal.resolve("v000000000003.json"));
        assertThat(examine(runs, false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CATALOG_AHEAD);
            assertThat(finding.text()).isEqualTo("the catalog names version 3, the journal ends at 2");
            assertThat(finding.isOpen()).isTrue();
        });
        Files.delete(journal.resolve("v000000000001.json"));
        assertThat(examine(runs, false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.JOURNAL_BROKEN);
            assertThat(finding.text()).contains("v000000000001.json is missing");
        });
        Files.delete(journal.resolve("v000000000002.json"));
        assertThat(examine(runs, false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.text()).isEqualTo("the catalog names version 3, the journal has none");
            assertThat(finding.isOpen()).isTrue();
        });
        assertThat(runs.visible()).containsExactly("3 2026-01-31");
    }

    @Test
    void lostRollbackIsToldAndTheCatalogStaysAsItIs() throws IOException {
        Runs runs = Runs.daily("lost_rollback");
        runs.run(DAY_1, "1 2026-01-31");
        runs.run(DAY_1, "2 2026-01-31");
        assertThat(RollbackTest.rollBack(runs, RollbackGoal.lastRun())).isEqualTo(3);
        assertThat(kinds(runs)).isEmpty();
        runs.publisher.requireEnd(runs.table);
        Files.delete(runs.lake.localRoot().orElseThrow().resolve("_journal/lost_rollback/v000000000003.json"));

        assertThat(examine(runs, false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.JOURNAL_BROKEN);
            assertThat(finding.text()).endsWith(" was published as version 3, the journal ends at 2");
            assertThat(finding.isOpen()).isTrue();
        });
        assertThatThrownBy(() -> runs.publisher.requireEnd(runs.table))
                .hasMessageContaining(
                        " was published as version 3, the journal ends at 2. The end of the journal was lost")
                .extracting(failure -> ((SalternException) failure).exitCode())
                .isEqualTo(ExitCode.UNSOUND);
        assertThat(runs.visible()).containsExactly("1 2026-01-31");
    }

    @Test
    void filesThatAreNotAsSealedAreTold() throws IOException {
        Runs runs = Runs.daily("touched");
        runs.run(DAY_1, "1 2026-01-31");
        Path one = dataFile(runs, 0);
        byte[] sealed = Files.readAllBytes(one);
        runs.run(Runs.day("2026-02-01"), "2 2026-02-01");
        byte[] other = Files.readAllBytes(dataFile(runs, 1));

        Runs.overwrite(one, other);
        assertThat(examine(runs, false, false)).as("the size is the same").isEmpty();
        assertThat(examine(runs, true, false)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.ROWS_CHANGED);
            assertThat(finding.text()).isEqualTo("dt=2026-01-31 has other rows than were sealed");
        });
        byte[] broken = sealed.clone();
        Arrays.fill(broken, 4, sealed.length - 8, (byte) 7);
        Runs.overwrite(one, broken);
        assertThat(examine(runs, true, false)).extracting(Finding::kind).containsExactly(Finding.Kind.ROWS_CHANGED);
        Runs.overwrite(one, new byte[] {1, 2});
        assertThat(kinds(runs)).containsExactly(Finding.Kind.FILES_CHANGED);
        Files.delete(one);
        assertThat(kinds(runs)).containsExactly(Finding.Kind.FILES_MISSING);
        Runs.overwrite(one, sealed);
        Files.write(one.resolveSibling("added.parquet"), sealed);
        assertThat(examine(runs, false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.FILES_CHANGED);
            assertThat(finding.text()).contains("it was added later");
            assertThat(finding.isOpen()).as("data is never touched").isTrue();
        });
    }

    @Test
    void whatIsMerelyLeftOverIsNotWrong() throws IOException {
        Runs runs = Runs.daily("left");
        runs.run(DAY_1, "1 2026-01-31");
        SealedRun sealed = runs.write(DAY_1, "2 2026-01-31");
        runs.publisher.audit(sealed, AuditInput.CLEAN);
        assertThat(examine(runs, false, false)).as("it is on its way").isEmpty();
        new Leases(runs.store(), InstantSource.system())
                .release("left", sealed.manifest().runId());
        Path table = Files.createDirectories(runs.lake.localRoot().orElseThrow().resolve("left"));
        Files.writeString(table.resolve("by-hand.csv"), "1");

        List<Finding> found = examine(runs, false, true);
        assertThat(found)
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.WAITING_RUN, Finding.Kind.FOREIGN_FILES);
        assertThat(found).noneMatch(Finding::isOpen);
        assertThat(runs.run(DAY_1, "2 2026-01-31")).isPresent();
        assertThat(kinds(runs)).containsExactly(Finding.Kind.FOREIGN_FILES);
    }

    private static List<Finding.Kind> kinds(Runs runs) {
        return examine(runs, false, false).stream().map(Finding::kind).toList();
    }

    private static List<Finding> examine(Runs runs, boolean deep, boolean repair) {
        Stores stores = Stores.of(runs.spark, runs.store(), runs.catalog);
        return new Doctor(runs.tables(), stores, InstantSource.system(), deep, repair)
                .examine(runs.tables().load(runs.table.table()), "default");
    }

    private static Path dataFile(Runs runs, int run) throws IOException {
        Path folder = runs.lake.localRoot().orElseThrow().resolve("_runs/" + runs.table.table());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList()
                    .get(run);
        }
    }
}
