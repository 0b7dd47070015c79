/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.benchmark.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole day, by all contestants in turn: first in fresh processes, then several rounds in the same ones. Nothing counts before their tables are equal. */
class DayBenchmark {
    private static final long ROWS = Long.getLong("benchmark.rows", 1_000_000L);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 2);
    /** A regular expression that the labels of the contestants contain; Saltern always takes part. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("benchmark.only", ""));

    /** The root of another source tree that was compiled, to be measured beside this one. */
    private static final String BEFORE = System.getProperty("benchmark.before", "");

    @TempDir
    private Path folder;

    private final String sitting = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @Test
    void wholeDay() throws IOException, SQLException {
        Path raw = DayData.of(SourceTree.TARGET, ROWS);
        DayConf conf = DayConf.write(SourceTree.ROOT.resolve("conf"), folder.resolve("conf"));
        JsonLines<DayRound> ledger = new JsonLines<>(SourceTree.TARGET.resolve("day.jsonl"), DayRound.class);
        LauncherScript launcher = LauncherScript.read(SourceTree.LAUNCHER);
        Map<DayEntrant, DayChild> children = new EnumMap<>(DayEntrant.class);
        try {
            for (int round = 0; round <= ROUNDS; round++) {
                Path before = null;
                for (DayEntrant entrant : entrants()) {
                    Path out = folder.resolve(entrant + "-" + round);
                    DayChild child = children.get(entrant);
                    if (child == null) {
                        child = DayChild.start(
                                entrant,
                                entrant.options(launcher),
                                classPath(entrant),
                                raw,
                                conf.of(entrant),
                                folder.resolve(entrant.name()));
                        children.put(entrant, child);
                    }
                    DayRound run = child.run(out).named(entrant.label(), ROWS, sitting, round);
                    before = before == null ? out : before;
                    requireEqual(before, out, entrant);
                    ledger.add(run);
                    System.err.printf("round %d  %-50s %s%n", round, entrant.label(), run);
                }
                clear(round);
            }
        } finally {
            children.values().forEach(DayChild::close);
        }
        Files.writeString(
                SourceTree.PAGE, DayPage.with(Files.readString(SourceTree.PAGE), ledger.all(), SourceTree.TARGET));
        assertThat(SourceTree.PAGE).content().contains(DayPage.TITLE);
    }

    private static List<DayEntrant> entrants() {
        return Stream.of(DayEntrant.values())
                .filter(DayEntrant::isDay)
                .filter(entrant -> entrant == DayEntrant.SALTERN
                        || ONLY.matcher(entrant.label()).find())
                .filter(entrant -> entrant != DayEntrant.BEFORE || !BEFORE.isEmpty())
                .filter(entrant -> entrant != DayEntrant.COMET || CometJar.isOn(SourceTree.CLASS_PATH))
                .toList();
    }

    private static String classPath(DayEntrant entrant) {
        String all = SourceTree.CLASS_PATH;
        String own = entrant == DayEntrant.COMET ? all : CometJar.without(all);
        return entrant == DayEntrant.BEFORE
                ? own.replaceAll(Pattern.quote(SourceTree.ROOT + "/") + "(?!test)", BEFORE + "/")
                : own;
    }

    private static void requireEqual(Path one, Path other, DayEntrant entrant) throws SQLException {
        if (!entrant.isCompared()) {
            assertThat(DayTables.setAside(other))
                    .as("rows that only rules set aside")
                    .isLessThan(DayTables.setAside(one));
        } else if (!one.equals(other)) {
            assertThat(DayTables.differences(one, other)).as(entrant.label()).isEmpty();
            if (entrant.isSpark()) {
                assertThat(DayTables.setAside(other))
                        .as("rows that %s set aside", entrant.label())
                        .isEqualTo(DayTables.setAside(one))
                        .isPositive();
            }
        }
    }

    /** Of the lake the last run stays. */
    private void clear(int round) throws IOException {
        for (DayEntrant entrant : DayEntrant.values()) {
            FileUtils.deleteDirectory(folder.resolve(entrant + "-" + round).toFile());
        }
    }
}
