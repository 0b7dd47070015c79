/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.FileUtils;

/**
 * A lake whose runs are killed, a reader who looks at it all the time, and another lake where nothing is killed.
 *
 * <p>Two inputs take turns: every odd version of the tables is made of A, every even one of B. The tables of the clean lake are needed when
 * the first publish is whole; until then its process runs beside.
 */
final class KillSeries implements AutoCloseable {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 31);
    private static final List<String> DAYS =
            List.of(FIRST_DAY.toString(), FIRST_DAY.plusDays(1).toString());
    private static final String[] RUN = {"run", "sensor-daily", "--from", DAYS.get(0), "--to", DAYS.get(1)};
    private static final int MAX_ATTEMPTS = 3;

    private final Path folder;
    private final Path lake;
    private final Saltern a;
    private final Saltern b;
    private final Figures figures;
    private final DayReader reader;
    private final JobProcess clean;
    private final List<Snapshot> wanted = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Duration whole = Duration.ZERO;
    private int version;
    private int kills;

    /**
     * Starts with an empty lake.
     *
     * @param name names the folder below {@code target} that keeps lakes, logs and the report for study; an old one is removed
     * @param seed makes the inputs
     */
    KillSeries(String name, long seed) throws IOException {
        this.folder = Path.of("target", name).toAbsolutePath();
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder);
        tell("seed " + seed);
        this.lake = folder.resolve("lake");
        this.a = input("a", seed);
        this.b = input("b", seed + 1);
        this.clean = CleanDays.start(
                folder.resolve("logs/clean.log"),
                folder.resolve("clean-lake"),
                DAYS,
                List.of(raw("a"), tables("a"), raw("b"), tables("b")));
        this.figures = Figures.open(Saltern.projectConf(), lake);
        this.reader = new DayReader(figures, DAYS);
    }

    /** Publishes the next version: kills one run after the other, runs again until it succeeds, and compares the tables with clean ones. */
    void publish(Kill... moments) throws IOException, InterruptedException {
        Saltern input = version % 2 == 0 ? a : b;
        for (Kill kill : moments) {
            kill(kill, input);
        }
        reader.now(version, version + 1, "the run after the kills of version " + (version + 1));
        runAgain(input);
        version++;
        reader.now(version, version, "the time when version " + version + " was live");
        compare(input);
        reader.awaitRound();
    }

    /** Ends the polling, writes down what was done, and fails if the reader saw what it should not have seen. */
    void judge() throws IOException {
        reader.close();
        List<String> violations = reader.violations(this::wanted);
        tell(kills + " kills, " + version + " versions, " + reader.polls() + " polls, "
                + reader.failures().size() + " failed polls, " + violations.size() + " violations");
        for (String violation : violations) {
            tell(violation);
        }
        for (String failure : reader.failures()) {
            tell(failure);
        }
        assertThat(violations).as(this::story).isEmpty();
        assertThat(reader.failures()).as(this::story).isEmpty();
        assertThat(reader.places())
                .as("days looked at")
                .isEqualTo(wanted(1).rows().size() * DAYS.size());
    }

    @Override
    public void close() {
        clean.close();
        reader.close();
    }

    private String story() {
        return String.join("\n", story);
    }

    private void kill(Kill kill, Saltern input) throws IOException, InterruptedException {
        String event = "version " + (version + 1) + ", " + kill;
        reader.now(version, version + 1, event);
        Path output = folder.resolve("logs/kill-" + story.size() + ".log");
        try (JobProcess process =
                JobProcess.start(output, kill.options(), dev.saltern.jobs.Main.class, input.arguments(RUN))) {
            if (kills == 0) {
                // The killed process is to serve the metastore, so that the reader has to take it over.
                process.awaitPhase("staging");
                reader.start();
            }
            int status = kill.strike(process, whole);
            String seconds = seconds(process.age());
            if (kill instanceof Kill.AtPoint) {
                assertThat(status).as(() -> event + ": the log is " + output).isEqualTo(JobProcess.KILLED);
                whole = whole.isZero() ? process.age() : whole;
            }
            boolean killed = status == JobProcess.KILLED;
            kills += killed ? 1 : 0;
            tell(event + " | " + (killed ? "killed in: " + process.phase() : "had ended with " + status) + " | "
                    + seconds);
        }
    }

    private void runAgain(Saltern input) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long startNanos = System.nanoTime();
            Saltern.Answer answer = input.run(RUN);
            tell("version " + (version + 1) + ", run again | exit " + answer.exitCode() + ", "
                    + answer.out().lines().findFirst().orElse(answer.err().strip()) + " | "
                    + seconds(Duration.ofNanos(System.nanoTime() - startNanos)));
            if (answer.exitCode() == 0) {
                return;
            }
            assertThat(attempt).as(story() + "\n" + answer).isLessThan(MAX_ATTEMPTS);
        }
    }

    private void compare(Saltern input) throws IOException, InterruptedException {
        if (wanted.isEmpty()) {
            assertThat(clean.await()).as(() -> "the clean runs").isZero();
            wanted.add(Snapshot.load(tables("a")));
            wanted.add(Snapshot.load(tables("b")));
        }
        Snapshot found = Snapshot.take(input, figures);
        Snapshot expected = wanted(version);
        List<String> differences = found.differencesFrom(expected);
        for (String difference : differences) {
            tell("version " + version + " is not as in the clean lake: " + difference);
        }
        assertThat(differences).as(this::story).isEmpty();
        JournalKeys journal = new JournalKeys(lake);
        List<String> keys = journal.of(found.rows().keySet().iterator().next());
        for (String table : found.rows().keySet()) {
            assertThat(journal.of(table))
                    .as(table + ": one entry for each publish")
                    .isEqualTo(keys)
                    .hasSize(version);
            assertThat(journal.liveVersions(table))
                    .as(table + ": one live entry")
                    .containsExactly((long) version);
        }
        assertThat(found.figures()).as(this::story).isEqualTo(expected.figures());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(keys.get(i).equals(keys.get(0)))
                    .as("version " + (i + 1) + " is made of the right input")
                    .isEqualTo(i % 2 == 0);
        }
    }

    private Snapshot wanted(int number) {
        return wanted.get((number - 1) % 2);
    }

    private Saltern input(String name, long seed) throws IOException {
        new SampleGenerator(new SampleSpec(raw(name), FIRST_DAY, DAYS.size(), 2_000, 20, seed, 0.02, 0.3)).generate();
        return new Saltern(Saltern.projectConf(), raw(name), lake);
    }

    private Path raw(String name) {
        return folder.resolve("raw-" + name);
    }

    private Path tables(String name) {
        return folder.resolve("clean-" + name + ".json");
    }

    /** Keeps a line of the report; it is on the disk at once, for the test may be stopped. */
    private void tell(String line) throws IOException {
        story.add(line);
        Files.write(folder.resolve("report.txt"), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
