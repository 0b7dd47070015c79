/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.benchmark.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small day against the start of Spark alone, each from fresh processes, in turn. */
class SmallDayBenchmark {
    /** Days that a process computes behind its first. */
    static final int WARM = 2;

    /** About 100 MB, unpacked. */
    private static final long ROWS = Long.getLong("benchmark.rows", 570_000L);

    private static final int STARTS = Integer.getInteger("benchmark.rounds", 3);

    @TempDir
    private Path folder;

    private final JsonLines<DayRound> ledger =
            new JsonLines<>(SourceTree.TARGET.resolve("small-day.jsonl"), DayRound.class);
    private final String sitting = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @Test
    void smallDay() throws IOException {
        Path raw = DayData.of(SourceTree.TARGET, ROWS);
        Path conf = DayConf.write(SourceTree.ROOT.resolve("conf"), folder.resolve("conf"))
                .of(DayEntrant.SALTERN);
        LauncherScript launcher = LauncherScript.read(SourceTree.LAUNCHER);
        // The first process finds no class file in the memory of the machine.
        try (DayChild first = start(DayEntrant.START_UP, launcher, raw, conf, "first")) {
            first.run(folder.resolve("first-tables"));
        }
        for (int start = 0; start < STARTS; start++) {
            measure(DayEntrant.START_UP, launcher, raw, conf, start, 0);
            measure(DayEntrant.SALTERN, launcher, raw, conf, start, WARM);
        }
        String page = SmallDayPage.with(Files.readString(SourceTree.PAGE), ledger.all(), SourceTree.TARGET);
        Files.writeString(SourceTree.PAGE, page);
        assertThat(page).contains(SmallDayPage.TITLE);
    }

    private void measure(DayEntrant entrant, LauncherScript launcher, Path raw, Path conf, int start, int warm)
            throws IOException {
        String name = entrant + "-" + start;
        try (DayChild child = start(entrant, launcher, raw, conf, name)) {
            for (int run = 0; run <= warm; run++) {
                DayRound round = child.run(folder.resolve(name + "-tables-" + run))
                        .named(entrant.label(), ROWS, sitting + " start " + start, run);
                ledger.add(round);
                System.err.printf("start %d  %-25s %s%n", start, entrant.label(), round);
            }
        }
    }

    private DayChild start(DayEntrant entrant, LauncherScript launcher, Path raw, Path conf, String name)
            throws IOException {
        return DayChild.start(
                entrant,
                DayEntrant.SALTERN.options(launcher),
                CometJar.without(SourceTree.CLASS_PATH),
                raw,
                conf,
                folder.resolve(name));
    }
}
