/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import dev.saltern.test.faults.FaultLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One kind of trouble with whole days: every seed is a day of its own. */
final class DayTrouble {
    private final String name;
    private final long firstSeed;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Long> recovery = new ArrayList<>();
    private int seeds;

    DayTrouble(String name, long firstSeed) {
        this.name = name;
        this.firstSeed = firstSeed;
    }

    /** Notes what went wrong on purpose. */
    void happened(String kind, int times) {
        if (times > 0) {
            kinds.merge(kind, times, Integer::sum);
        }
    }

    /** Notes what must not be. */
    void violated(String text) {
        wrong.add(name + ": " + text);
    }

    /**
     * Runs a day that was in trouble again, and compares it.
     *
     * @param expected what readers have to get of it
     */
    void recover(TillDays days, LocalDate day, Map<String, List<String>> expected) throws IOException {
        seeds++;
        long start = System.nanoTime();
        Saltern.Answer answer = days.saltern().run(TillDays.run(day));
        recovery.add((System.nanoTime() - start) / 1_000_000);
        if (answer.exitCode() != 0) {
            violated("I6: the run behind it ended with " + answer);
            return;
        }
        compare(days, day, expected);
        Saltern.Answer third = days.saltern().run(TillDays.run(day));
        if (!third.out().contains("up to date")) {
            violated("I8: one more run was not up to date: " + third);
        }
        Saltern.Answer doctor = days.saltern().run("doctor", "--deep");
        if (doctor.exitCode() != 0) {
            violated("I1 to I7: " + doctor);
        }
    }

    /** Lets a process halt at a crash point of a command. */
    void kill(Path folder, TillDays days, String point, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("killed-" + seeds + "-" + point.replace(':', '-') + ".log");
        try (JobProcess process = JobProcess.start(
                log,
                List.of("-Dsaltern.crash-at=" + point),
                dev.saltern.jobs.Main.class,
                days.laptop().arguments(command))) {
            int status = process.await();
            if (status == JobProcess.KILLED) {
                happened("a command halted at " + point.replaceFirst(":.*", ""), 1);
            } else {
                violated(String.join(" ", command) + " did not come to " + point + ": " + process.tail());
            }
        }
    }

    /** Gives a command again, undisturbed. */
    void giveAgain(TillDays days, String... command) {
        Saltern.Answer answer = days.saltern().run(command);
        if (answer.exitCode() != 0) {
            violated(String.join(" ", command) + " given again ended with " + answer);
        }
    }

    /** Compares what readers get of a day. */
    void compare(TillDays days, LocalDate day, Map<String, List<String>> expected) {
        Map<String, List<String>> found = days.rows(day);
        if (!found.equals(expected)) {
            violated("I4: readers of " + day + " find other rows: "
                    + found.values().stream().map(List::size).toList() + ", not "
                    + expected.values().stream().map(List::size).toList());
        }
    }

    List<String> violations() {
        return wrong;
    }

    FaultLine line() {
        return new FaultLine(
                name,
                seeds + " (" + firstSeed + " to " + (firstSeed + seeds - 1) + ")",
                kinds.values().stream().mapToInt(Integer::intValue).sum(),
                kinds,
                wrong.size(),
                -1,
                FaultLine.median(recovery));
    }
}
