/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.day.LateFiles.RawRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Days of one pipeline are filled in, late rows open them again, changed files make them due, and old ones go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BackfillTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String[] RANGE = {"--from", "2026-01-01", "--to", "2026-01-04"};

    @TempDir
    private static Path folder;

    private Saltern saltern;
    private LateFiles files;
    private JournalKeys journal;

    @BeforeAll
    void writeDays() throws IOException {
        Path conf = folder.resolve("conf");
        Files.createDirectories(conf.resolve("pipelines"));
        Files.createDirectories(conf.resolve("environments"));
        Files.writeString(conf.resolve("pipelines/late.yaml"), LateFiles.PIPELINE);
        Files.writeString(conf.resolve("environments/local.yaml"), "environment: local\nlake: ./lake\n");
        saltern = new Saltern(conf, folder.resolve("raw"), folder.resolve("lake"));
        // The first session of a JVM says whether there is a catalog.
        saltern.query("SELECT 1 AS a");
        journal = new JournalKeys(folder.resolve("lake"));
        files = new LateFiles(folder.resolve("raw"));
        for (int i = 0; i < 4; i++) {
            LocalDate day = FIRST.plusDays(i);
            files.put(day, "a.csv", List.of(new RawRow(10 * i, day, i), new RawRow(10 * i + 1, day, null)));
        }
    }

    @Test
    @Order(1)
    void aDryRunSaysThatEveryDayIsDueAndRunsNone() {
        assertThat(saltern.run(words("--dry-run")).out())
                .contains("late 2026-01-01..2026-01-04: 4 due (dry run, nothing was run)")
                .containsPattern("2026-01-03 +due +never published");
    }

    @Test
    @Order(2)
    void daysRunBesideEachOtherAndGiveWhatAllFilesGive() throws IOException {
        Saltern.Answer answer = saltern.run(words("--parallel", "2"));

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("4 published in ").containsPattern("2026-01-01 +published +2 +1 ");
        assertThat(answer.err()).contains("4 of 4 done, 0 running, 0 days left");
        LateTables.assertLike(files, saltern, answer.toString());
        assertThat(journal.of("late_rows")).hasSize(4);
    }

    @Test
    @Order(3)
    void unchangedDaysAreNotRunAgain() throws IOException {
        Saltern.Answer answer = saltern.run(words());

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("4 unchanged in ");
        assertThat(journal.of("late_rows")).hasSize(4);
    }

    @Test
    @Order(4)
    void lateRowsOpenExactlyTheDaysThatTheyTouch() throws IOException {
        LocalDate last = FIRST.plusDays(3);
        files.put(
                last,
                "late.csv",
                List.of(
                        new RawRow(90, last, 1),
                        new RawRow(91, last.minusDays(2), 5),
                        new RawRow(92, last.minusDays(2), null),
                        new RawRow(93, last.minusDays(3), 7),
                        new RawRow(94, last.plusDays(1), 8)));

        Saltern.Answer answer = saltern.run("run", "late", "--date", last.toString());

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("2026-01-02 was opened again for late rows: published")
                .doesNotContain("2026-01-01 was", "2026-01-03 was")
                .containsPattern("events +2 +7 +2 ");
        LateTables.assertLike(files, saltern, answer.toString());
        assertThat(journal.of("late_rows")).hasSize(6);
        assertThat(saltern.query("SELECT rule_ids[0] AS a FROM late_quarantine WHERE original LIKE '93%'"))
                .containsExactly(Map.of("a", "late"));
        assertThat(saltern.run(words()).out()).contains("4 unchanged in ");
    }

    @Test
    @Order(5)
    void changedFilesMakeTheirDaysDueAndNoOther() throws IOException {
        files.put(FIRST, "a.csv", List.of(new RawRow(1, FIRST, 100)));
        files.put(FIRST.plusDays(1), "b.csv", List.of(new RawRow(2, FIRST.plusDays(1), 200)));
        files.remove(FIRST.plusDays(3), "late.csv");

        assertThat(saltern.run(words("--dry-run")).out())
                .containsPattern("2026-01-01 +due +a.csv replaced")
                .containsPattern("2026-01-02 +due +b.csv added; late rows: late.csv of 2026-01-04 removed")
                .containsPattern("2026-01-03 +unchanged")
                .containsPattern("2026-01-04 +due +late.csv removed");
        assertThat(saltern.run("plan", "late", RANGE[0], RANGE[1], RANGE[2], RANGE[3])
                        .out())
                .containsPattern("2026-01-01 +due +a.csv replaced");
        Saltern.Answer answer = saltern.run(words("--order", "newest", "--parallel", "2"));

        assertThat(answer.out()).as(answer.toString()).contains("1 unchanged, 3 published in ");
        LateTables.assertLike(files, saltern, answer.toString());
    }

    @Test
    @Order(6)
    void aChangedPipelineMakesEveryDayDueUnlessThatIsToBeIgnored() throws IOException {
        Path file = folder.resolve("conf/pipelines/late.yaml");
        Files.writeString(file, LateFiles.PIPELINE.replace("no-files", "unreadable: skip\n    no-files"));

        assertThat(saltern.run(words("--dry-run")).out()).containsPattern("2026-01-03 +due +the pipeline has changed");
        assertThat(saltern.run(words("--dry-run", "--ignore", "pipeline")).out())
                .contains("4 unchanged");

        Files.writeString(file, LateFiles.PIPELINE);
    }

    @Test
    @Order(7)
    void aDayThatFailsDoesNotStopTheOthersUnlessAsked() throws IOException {
        Path broken = folder.resolve("raw/dt=2026-01-06/a.csv");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "nonsense\n1\n");
        files.put(LocalDate.of(2026, 1, 7), "a.csv", List.of(new RawRow(70, LocalDate.of(2026, 1, 7), 1)));
        String[] range = {"backfill", "late", "--from", "2026-01-06", "--to", "2026-01-07", "--json"};

        Saltern.Answer stopped = saltern.run(with(range, "--stop-on-failure"));
        Saltern.Answer answer = saltern.run(range);

        assertThat(stopped.exitCode()).isEqualTo(20);
        assertThat(outcomes(stopped)).containsEntry("2026-01-07", "DUE");
        assertThat(answer.exitCode()).isEqualTo(20);
        assertThat(outcomes(answer)).isEqualTo(Map.of("2026-01-06", "FAILED", "2026-01-07", "PUBLISHED"));
        Files.delete(broken);
    }

    @Test
    @Order(8)
    void oldDaysGoAndAreNotFilledInAgain() throws IOException {
        Path file = folder.resolve("conf/pipelines/late.yaml");
        Files.writeString(file, LateFiles.PIPELINE.replace("sources:", "retention: 30d\nsources:"));
        Saltern.Answer few = saltern.run("retain", "late", "--as-of", "2026-02-02", "--dry-run");
        assertThat(few.out())
                .as(few.toString())
                .contains("late_rows keeps 2 older ones, so as not to be left with fewer");
        // By the day of today the days to fill in are too old as well.
        Files.writeString(file, LateFiles.PIPELINE);
        for (int day = 8; day <= 12; day++) {
            LocalDate date = LocalDate.of(2026, 1, day);
            files.put(date, "a.csv", List.of(new RawRow(day, date, day)));
        }
        assertThat(saltern.run("backfill", "late", "--from", "2026-01-08", "--to", "2026-01-12", "--parallel", "2")
                        .exitCode())
                .isZero();

        Files.writeString(file, LateFiles.PIPELINE.replace("sources:", "retention: 30d\nsources:"));
        Saltern.Answer refused = saltern.run("retain", "late", "--as-of", "2026-02-05");
        Saltern.Answer answer = saltern.run("retain", "late", "--as-of", "2026-02-02", "--json");

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains("more than 25% of a table at once needs --yes");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(LateTables.rows(saltern, "SELECT DISTINCT cast(dt AS STRING) AS a FROM late_rows"))
                .startsWith("2026-01-03");
        assertThat(saltern.run(words("--dry-run")).out())
                .as("by the day of today")
                .contains("4 expired");
    }

    private static String[] words(String... more) {
        return with(with(new String[] {"backfill", "late"}, RANGE), more);
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private static Map<String, String> outcomes(Saltern.Answer answer) throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (JsonNode day : new ObjectMapper().readTree(answer.out()).path("days")) {
            outcomes.put(day.path("day").asText(), day.path("outcome").asText());
        }
        return outcomes;
    }
}
