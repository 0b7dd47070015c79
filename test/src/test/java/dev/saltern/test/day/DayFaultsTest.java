/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.faults.FaultGroup;
import dev.saltern.test.faults.FaultLine;
import dev.saltern.test.faults.FaultPage;
import dev.saltern.test.faults.KilledExecutors;
import dev.saltern.test.faults.LocalCluster;
import dev.saltern.test.faults.LostShuffle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole days whose executors, shuffle files, raw files and disk fail. {@code -Dsaltern.day-seeds=N} says how many of each; the
 * profile {@code faults} writes the results to the documents. What is left for study is below {@code target/day-faults}.
 */
@Tag("slow")
final class DayFaultsTest {
    private static final int SEEDS = Integer.getInteger("saltern.day-seeds", 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Path folder = Path.of("target", "day-faults").toAbsolutePath();
    private final List<DayTrouble> troubles = new ArrayList<>();
    private Map<String, List<String>> expected = Map.of();
    private long seed = 100;

    @AfterAll
    static void forget() {
        LocalCluster.forget();
    }

    @Test
    void everyDayEndsAsAnUndisturbedOne() throws Exception {
        FileUtils.deleteDirectory(folder.toFile());
        Map<String, String> spark = new LinkedHashMap<>(LocalCluster.prepare(folder));
        spark.put("spark.speculation", "true");
        spark.put("spark.speculation.multiplier", "1.01");
        spark.put("spark.speculation.quantile", "0.1");
        spark.put("spark.speculation.minTaskRuntime", "1ms");
        spark.put("spark.speculation.interval", "10ms");
        TillDays days = TillDays.write(folder, folder.resolve("lake"), spark);
        days.writeDay(FIRST);
        Saltern.Answer first = days.saltern().run(TillDays.run(FIRST));
        assertThat(first.exitCode()).as(first.toString()).isZero();
        expected = days.rows(FIRST);
        replacedFiles(days);
        lostShuffles(days);
        killedExecutors(days);
        killedCommands(days);
        List<FaultLine> lines =
                new ArrayList<>(troubles.stream().map(DayTrouble::line).toList());
        List<String> wrong = new ArrayList<>();
        troubles.forEach(trouble -> wrong.addAll(trouble.violations()));
        fullDisks(lines, wrong);
        FaultPage.keep(FaultGroup.DAYS, lines);
        assertThat(wrong).isEmpty();
        assertThat(lines).allMatch(line -> line.faults() > 0);
    }

    /** A raw file is replaced behind its listing: the run refuses to publish what belongs to no input. */
    private void replacedFiles(TillDays days) throws IOException {
        DayTrouble trouble = begin("a raw file is replaced between listing and reading, or while it is read");
        for (int i = 0; i < SEEDS; i++, seed++) {
            LocalDate day = FIRST.plusDays(seed);
            days.writeDay(day);
            int file = i % 4;
            Saltern.Answer answer = days.saltern()
                    .run(new Waiting("staging sales", () -> days.replaceFile(day, file)), TillDays.run(day));
            trouble.happened("a raw file replaced", 1);
            if (answer.exitCode() == 0 || !answer.toString().contains("the file was replaced meanwhile")) {
                trouble.violated("the run did not notice: " + answer);
            }
            trouble.compare(days, day, nothing());
            // Put back as it was, it is the input that is expected; its time is another.
            days.writeDay(day);
            trouble.recover(days, day, expected);
        }
    }

    private void lostShuffles(TillDays days) throws IOException {
        DayTrouble trouble = begin("what an executor has shuffled is lost");
        SparkContext spark = SparkSession.builder().getOrCreate().sparkContext();
        for (int i = 0; i < SEEDS; i++, seed++) {
            LocalDate day = FIRST.plusDays(seed);
            days.writeDay(day);
            LostShuffle.Moment moment = i % 2 == 0
                    ? LostShuffle.Moment.AFTER_FIRST_MAP_STAGE
                    : LostShuffle.Moment.AMID_THE_STAGE_THAT_READS;
            LostShuffle loss = new LostShuffle(folder.resolve("local"), moment);
            spark.addSparkListener(loss);
            Saltern.Answer answer = days.saltern().run(TillDays.run(day));
            spark.removeSparkListener(loss);
            trouble.happened("a shuffle file lost", loss.deleted());
            trouble.happened("a stage done again", loss.retriedStages());
            if (answer.exitCode() == 0) {
                trouble.compare(days, day, expected);
            }
            trouble.recover(days, day, expected);
        }
    }

    private void killedExecutors(TillDays days) throws IOException {
        DayTrouble trouble = begin("executors are killed, slow tasks are done twice (speculation)");
        SparkContext spark = SparkSession.builder().getOrCreate().sparkContext();
        for (int i = 0; i < SEEDS; i++, seed++) {
            LocalDate day = FIRST.plusDays(seed);
            days.writeDay(day);
            KilledExecutors kills = new KilledExecutors(seed, 3);
            spark.addSparkListener(kills);
            Saltern.Answer answer = days.saltern().run(TillDays.run(day));
            spark.removeSparkListener(kills);
            trouble.happened("an executor killed", kills.killed());
            trouble.happened("a task done twice", kills.speculative());
            if (answer.exitCode() == 0) {
                trouble.compare(days, day, expected);
            }
            trouble.recover(days, day, expected);
        }
    }

    /** Compactions and rollbacks that halt at a crash point are given again. */
    private void killedCommands(TillDays days) throws IOException, InterruptedException {
        DayTrouble trouble = begin("a compaction or a rollback is killed and given again");
        String[] compact = {"compact", "tills", "--table", "sales", "--target-file-size", "1MB"};
        for (String point : List.of("AFTER_WRITE", "AFTER_SEAL", "AFTER_AUDIT", "IN_APPLY")) {
            LocalDate day = FIRST.plusDays(seed++);
            days.writeDay(day);
            String[] run = TillDays.run(day);
            assertThat(days.saltern().run(run).exitCode()).isZero();
            trouble.kill(folder, days, point, compact);
            trouble.compare(days, day, expected);
            trouble.giveAgain(days, compact);
            trouble.recover(days, day, expected);
        }
        LocalDate day = FIRST.plusDays(seed++);
        days.writeDay(day);
        assertThat(days.saltern().run(TillDays.run(day)).exitCode()).isZero();
        days.replaceFile(day, 0);
        assertThat(days.saltern().run(TillDays.run(day)).exitCode()).isZero();
        String[] rollback = {"rollback", "tills", "--date", day.toString()};
        // Three tables go back, one after the other: the killed one has done two.
        trouble.kill(folder, days, "IN_APPLY:2", rollback);
        trouble.giveAgain(days, "doctor", "--repair");
        days.writeDay(day);
        trouble.recover(days, day, expected);
    }

    /** A disk of its own is mounted in a process of its own, which Linux allows in a namespace. */
    private void fullDisks(List<FaultLine> lines, List<String> wrong) throws IOException, InterruptedException {
        Path results = folder.resolve("full-disk.json");
        Path log = folder.resolve("full-disk.log");
        try (JobProcess process = JobProcess.start(
                log,
                List.of("unshare", "-rm"),
                List.of(),
                FullDisk.class,
                List.of(folder.resolve("small").toString(), results.toString(), Integer.toString(SEEDS)))) {
            int status = process.await();
            assertThat(status).as(process.tail()).isZero();
        }
        lines.add(new ObjectMapper().readValue(results.toFile(), FaultLine.class));
        wrong.addAll(Files.readAllLines(folder.resolve("full-disk.json.wrong")));
    }

    private static Map<String, List<String>> nothing() {
        Map<String, List<String>> nothing = new LinkedHashMap<>();
        TillDays.questions().forEach(question -> nothing.put(question, List.of()));
        return nothing;
    }

    private DayTrouble begin(String name) {
        troubles.add(new DayTrouble(name, seed));
        return troubles.get(troubles.size() - 1);
    }
}
