/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final Path DOCUMENTS = SourceTree.ROOT.resolve("docs");
    /** How often each point is measured. */
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);

    @TempDir
    private Path folder;

    private final GrowthLedger ledger = new GrowthLedger(SourceTree.TARGET.resolve("growth.jsonl"));
    private final String sitting = Instant.now().toString();

    @Test
    void growth() throws IOException {
        GrowthPoint base = GrowthPoint.base(ROWS);
        if (CEILING > 0) {
            GrowthPoint point = new GrowthPoint(ROWS, CEILING, CEILING, base.rules(), base.outputs());
            try (DayChild child = child("ceiling")) {
                measure(child, GrowthPage.CEILING + HEAP, CEILING, point);
            }
        } else {
            for (GrowthAxis axis : GrowthAxis.matching(AXES)) {
                along(axis, base);
            }
        }
        List<GrowthLedger.Line> lines = ledger.lines();
        GrowthPage page = new GrowthPage(lines, ROWS);
        Files.writeString(DOCUMENTS.resolve("performance-growth.md"), page.text());
        Files.writeString(DOCUMENTS.resolve("performance-growth.svg"), GrowthChart.svg(page));
        assertThat(lines).isNotEmpty();
    }

    private void along(GrowthAxis axis, GrowthPoint base) throws IOException {
        try (DayChild child = child(axis.label())) {
            settle(child, axis, base);
            for (int round = 0; round < ROUNDS; round++) {
                for (int size : axis.sizes(MOST)) {
                    measure(child, axis.label(), size, axis.at(base, size));
                }
            }
        }
    }

    /** What grows is to be the work, not what is left to compile: a middle and the smallest size run until neither changes. */
    private void settle(DayChild child, GrowthAxis axis, GrowthPoint base) throws IOException {
        List<Integer> sizes = axis.sizes(MOST);
        WarmUp warmUp = new WarmUp();
        for (int times = 0; times < GrowthPage.MOST_WARM_UPS && !warmUp.isSettled(); times++) {
            for (int size : List.of(sizes.get(sizes.size() / 2), sizes.get(0))) {
                GrowthPoint point = axis.at(base, size);
                warmUp.ran(point.name(), run(child, point).cpuSeconds());
            }
        }
    }

    private void measure(DayChild child, String axis, int size, GrowthPoint point) throws IOException {
        ledger.add(new GrowthLedger.Line(axis, size, run(child, point)));
    }

    private DayChild child(String name) throws IOException {
        List<String> options =
                new ArrayList<>(DayEntrant.GROWTH.options(LauncherScript.read(SourceTree.LAUNCHER)));
        // Of two the JVM takes the latter.
        options.add("-Xmx" + HEAP);
        return DayChild.start(
                DayEntrant.GROWTH,
                options,
                CometJar.without(SourceTree.CLASS_PATH),
                folder,
                folder,
                folder.resolve("process-" + name));
    }

    private DayRound run(DayChild child, GrowthPoint point) throws IOException {
        Path own = folder.resolve(point.name());
        new GrowthData(point, own).write();
        DayRound round = child.run(own).named("growth", point.rows(), sitting, 1);
        System.err.printf("%-40s %s%n", point.name(), round);
        return round;
    }
}
