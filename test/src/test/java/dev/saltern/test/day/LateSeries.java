/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.day.LateFiles.RawRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.FileUtils;

/** Files that come late, are replaced and go, days that are run and backfills that are killed, drawn by a seed, on one lake. */
final class LateSeries implements AutoCloseable {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 5;
    private static final String[] CRASH_POINTS = {"AFTER_WRITE", "AFTER_SEAL", "AFTER_AUDIT", "AFTER_COMMIT", "IN_APPLY"
    };

    private final Path folder;
    private final Random random;
    private final Saltern saltern;
    private final LateFiles files;
    private final List<String> story = new ArrayList<>();
    private int ids;
    private int kills;

    LateSeries(String name, long seed) throws IOException {
        folder = Path.of("target", name).toAbsolutePath();
        FileUtils.deleteDirectory(folder.toFile());
        random = new Random(seed);
        story.add("seed " + seed);
        Path conf = folder.resolve("conf");
        Files.createDirectories(conf.resolve("pipelines"));
        Files.createDirectories(conf.resolve("environments"));
        Files.writeString(conf.resolve("pipelines/late.yaml"), LateFiles.PIPELINE);
        Files.writeString(conf.resolve("environments/local.yaml"), "environment: local\nlake: ./lake\n");
        saltern = new Saltern(conf, folder.resolve("raw"), folder.resolve("lake"));
        files = new LateFiles(folder.resolve("raw"));
        for (int i = 0; i < DAYS; i++) {
            write(FIRST.plusDays(i), "a.csv");
        }
        killedBackfill();
    }

    /** Does so many random things. */
    void play(int events) throws IOException, InterruptedException {
        for (int i = 0; i < events; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            switch (random.nextInt(6)) {
                case 0, 1 -> write(day, "late-" + random.nextInt(2) + ".csv");
                case 2 -> write(day, "a.csv");
                case 3 -> remove(day);
                case 4 -> run("run", "late", "--date", day.toString());
                default -> {
                    if (kills * 3 < story.size() / 4) {
                        killedBackfill();
                    } else {
                        run(backfill(day, day.plusDays(1)));
                    }
                }
            }
        }
    }

    /** Fills in what is due, and fails if the tables are not those of all files. */
    void judge() {
        // The days before the first have no files of their own: they are due for the late rows that wait for them.
        LocalDate earliest = FIRST.minusDays(LateFiles.LOOKBACK);
        run(backfill(earliest, FIRST.plusDays(DAYS - 1)));
        String told = String.join("\n", story);
        LateTables.assertLike(files, saltern, told);
        String[] again = backfill(earliest, FIRST.plusDays(DAYS - 1));
        Saltern.Answer answer = saltern.run(again);
        assertThat(answer.out()).as(told + "\n" + answer).contains(DAYS + LateFiles.LOOKBACK + " unchanged in ");
    }

    @Override
    public void close() throws IOException {
        Files.write(folder.resolve("story.txt"), story);
    }

    private void write(LocalDate day, String name) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            // On time, late within the lookback, too late, of tomorrow, or without a day.
            int back = random.nextInt(3) > 0 ? 0 : random.nextInt(6) - 1;
            LocalDate own = random.nextInt(20) == 0 ? null : day.minusDays(back);
            rows.add(new RawRow(ids++, own, random.nextInt(8) == 0 ? null : random.nextInt(100)));
        }
        files.put(day, name, rows);
        story.add("write " + day + "/" + name + " " + rows);
    }

    private void remove(LocalDate day) throws IOException {
        List<String> names = new ArrayList<>(files.files().get(day).keySet());
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            files.remove(day, name);
            story.add("remove " + day + "/" + name);
        }
    }

    private String[] backfill(LocalDate from, LocalDate to) {
        return new String[] {
            "backfill",
            "late",
            "--from",
            from.toString(),
            "--to",
            to.toString(),
            "--parallel",
            Integer.toString(1 + random.nextInt(3)),
            "--order",
            random.nextBoolean() ? "oldest" : "newest"
        };
    }

    private void run(String... words) {
        Saltern.Answer answer = saltern.run(words);
        story.add(String.join(" ", words) + " -> " + answer.exitCode());
        assertThat(answer.exitCode())
                .as(String.join("\n", story) + "\n" + answer)
                .isZero();
    }

    /** Starts a backfill in a process of its own, which halts somewhere. */
    private void killedBackfill() throws IOException {
        String point = CRASH_POINTS[random.nextInt(CRASH_POINTS.length)] + ":" + (1 + random.nextInt(6));
        List<String> words = saltern.arguments(backfill(FIRST, FIRST.plusDays(DAYS - 1)));
        Path log = folder.resolve("logs/kill-" + kills++ + ".log");
        try (JobProcess process =
                JobProcess.start(log, List.of("-Dsaltern.crash-at=" + point), dev.saltern.jobs.Main.class, words)) {
            int status = process.await();
            story.add("backfill, halt at " + point + " -> " + status);
            assertThat(status)
                    .as(String.join("\n", story) + "\n" + process.tail())
                    .isIn(0, JobProcess.KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
