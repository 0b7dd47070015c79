/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs days on a lake whose disk is full in the middle; the disk is a file system in memory of some megabytes, which a process with a
 * mount namespace of its own may mount. The arguments are a folder, the file for the results, and the number of seeds.
 */
final class FullDisk {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int SIZE_MEGABYTES = 48;
    /** A day needs some hundred thousand bytes on the disk; each seed leaves so many more. */
    private static final int STEP = 60_000;

    private static final int PIECE = 4096;

    private FullDisk() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        mount(disk);
        TillDays days = TillDays.write(folder, disk.resolve("lake"), Map.of("spark.master", "local[2]"));
        days.writeDay(FIRST);
        Saltern.Answer first = days.saltern().run(TillDays.run(FIRST));
        if (first.exitCode() != 0) {
            throw new IllegalStateException(first.toString());
        }
        Map<String, List<String>> expected = days.rows(FIRST);
        DayTrouble trouble = new DayTrouble("the disk of the lake is full", 1);
        for (int seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
            LocalDate day = FIRST.plusDays(seed);
            days.writeDay(day);
            fill(disk.resolve("filler"), STEP * (seed - 1) + new Random(seed).nextInt(STEP));
            Saltern.Answer answer = days.saltern().run(TillDays.run(day));
            System.out.println("seed " + seed + ": " + answer);
            Files.delete(disk.resolve("filler"));
            trouble.happened("a full disk", answer.exitCode() == 0 ? 0 : 1);
            List<Integer> found =
                    days.rows(day).values().stream().map(List::size).toList();
            System.out.println("readers find " + found);
            trouble.recover(days, day, expected);
            trouble.compare(days, FIRST, expected);
        }
        new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), trouble.line());
        Files.write(Path.of(arguments[1] + ".wrong"), trouble.violations());
        trouble.violations().forEach(System.out::println);
        System.exit(0);
    }

    private static void mount(Path disk) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + SIZE_MEGABYTES + "m", "tmpfs", disk.toString())
                .inheritIO()
                .start();
        if (mount.waitFor() != 0) {
            throw new IllegalStateException("Cannot mount a small disk at " + disk);
        }
    }

    /** Writes a file until no more is left than that many bytes. */
    private static void fill(Path filler, int left) throws IOException {
        long size = Files.getFileStore(filler.getParent()).getUsableSpace() - left;
        try (var out = Files.newOutputStream(filler)) {
            for (long written = 0; written < size; written += PIECE) {
                out.write(new byte[PIECE]);
            }
        }
    }
}
