/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.RunSetting;
import dev.saltern.jobs.report.SkewLine;
import dev.saltern.transforms.skew.detect.HotShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;

/** Reports of some months of three pipelines, with a few bad days. */
record PastYear(Path folder) {
    static final int DAYS = 100;
    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);
    /** The one that clusters are started for. */
    private static final String LAUNCHED = "retail";

    private static final List<String> PIPELINES = List.of("air-quality", "retail", "sensor-daily");

    String lake() {
        return folder.toString();
    }

    int runs() {
        return DAYS * PIPELINES.size();
    }

    void write() throws IOException {
        Random random = new Random(8);
        Configuration hadoop = new Configuration();
        History history = new History(lake(), hadoop);
        for (int i = 0; i < DAYS; i++) {
            for (String pipeline : PIPELINES) {
                history.add(report(pipeline, LAST.minusDays(i), i, random));
                if (pipeline.equals(LAUNCHED)) {
                    Path record = folder.resolve("_launches/" + pipeline + "/launch-" + i + ".json");
                    Files.createDirectories(record.getParent());
                    Files.writeString(
                            record, String.format(Locale.ROOT, "{\"usd\": %.3f}", 0.4 + 0.1 * random.nextDouble()));
                }
            }
        }
    }

    private static RunReport report(String pipeline, LocalDate day, int back, Random random) {
        int dice = random.nextInt(30);
        RunReport.Verdict verdict = dice == 0
                ? RunReport.Verdict.REFUSED
                : dice == 1 ? RunReport.Verdict.FAILED : RunReport.Verdict.PUBLISHED;
        long read = (long) (pipeline.length() * 2_000 * (3 - back / 100.0 + 0.1 * random.nextGaussian()));
        long bad = random.nextInt(200);
        HotShare hot = new HotShare(1, "hot", 0.3 + 0.1 * random.nextDouble());
        return new RunReport(
                String.format("20260131-f66bf214-01M8ET87VPRZHRSHY47X2H%04d", back),
                pipeline,
                day.toString(),
                verdict,
                0,
                "f66bf214",
                day.plusDays(1) + "T03:00:00Z",
                20 + 5 * random.nextDouble(),
                List.of(new RunReport.SourceLine(
                        "readings", 4, read, 0, read, read - bad, bad, 0, 0, Map.of(), 0, Map.of())),
                List.of(),
                List.of(new RunReport.TableLine("daily", 1L, 1, read - bad, 0, 0, 1_000L, null)),
                List.of(),
                List.of(new SkewLine(
                        "located",
                        "none",
                        "none is hot enough",
                        List.of(),
                        List.of(new SkewLine.Spread("readings", List.of("sensor"), read, 0, List.of(hot))),
                        0,
                        1 + random.nextDouble(),
                        null)),
                true,
                List.of(),
                List.of(),
                List.of(),
                pipeline.equals(LAUNCHED) ? new RunSetting("launch-" + back, 1, 2, null, null, null, null) : null);
    }
}
