/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How time and memory of a run grow with its rows, files, partitions, rules and outputs, one after the other. */
class GrowthBenchmark {
    private static final long ROWS = Long.getLong("benchmark.rows", 250_000L);
    /** Axes to measure, as a regular expression. */
    private static final String AXES = System.getProperty("benchmark.axes", ".*");
    /** Sizes beyond are left out. */
    private static final int MOST = Integer.getInteger("benchmark.most", 10_000);
    /** The heap of the process. */
    private static final String HEAP = System.getProperty("benchmark.heap", "3g");
    /** One point of many files and partitions at once instead of the axes: how many of each; 0 for the axes. */
    private static final int CEILING = Integer.getInteger("benchmark.ceiling", 0);

    private static final Path TARGET = Path.of("target/benchmark").toAbsolutePath();
    private static final Path DOCUMENT = Path.of("..", "docs", "performance.md").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void growth() throws IOException {
        GrowthPoint base = GrowthPoint.base(ROWS);
        GrowthLedger ledger = new GrowthLedger(TARGET.resolve("growth.jsonl"));
        List<GrowthLedger.Line> measured = new ArrayList<>();
        if (CEILING > 0) {
            GrowthPoint point = new GrowthPoint(ROWS, CEILING, CEILING, base.rules(), base.outputs());
            try (DayChild child = child("ceiling")) {
                measured.add(new GrowthLedger.Line("heap " + HEAP, CEILING, measure(child, point)));
            }
        } else {
            for (GrowthAxis axis : GrowthAxis.matching(AXES)) {
                try (DayChild child = child(axis.label())) {
                    // Warm: what grows is the work, not the start.
                    measure(child, new GrowthPoint(ROWS + 1, 16, 2, 5, 2));
                    for (int size : axis.sizes(MOST)) {
                        measured.add(new GrowthLedger.Line(axis.label(), size, measure(child, axis.at(base, size))));
                    }
                }
            }
        }
        for (GrowthLedger.Line line : measured) {
            ledger.add(line);
        }
        Files.writeString(DOCUMENT, GrowthPage.with(Files.readString(DOCUMENT), ledger.lines(), ROWS));
        assertThat(measured).isNotEmpty();
    }

    private DayChild child(String name) throws IOException {
        String classPath =
                CometJar.without(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return DayChild.start(
                DayEntrant.GROWTH,
                List.of("-Xmx" + HEAP, "-XX:+UseParallelGC"),
                classPath,
                folder,
                folder,
                folder.resolve("process-" + name));
    }

    private DayRound measure(DayChild child, GrowthPoint point) throws IOException {
        Path own = folder.resolve(point.name());
        new GrowthData(point, own).write();
        DayRound round = child.run(own).named("growth", point.rows(), point.name(), 1);
        FileUtils.deleteDirectory(own.toFile());
        System.err.printf("%-40s %s%n", point.name(), round);
        return round;
    }
}
