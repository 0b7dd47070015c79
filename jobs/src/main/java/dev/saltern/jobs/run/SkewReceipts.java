/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import dev.saltern.jobs.skew.KeyedInput;
import dev.saltern.jobs.skew.TaskTimes;
import dev.saltern.quality.MetricResult;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewReceipt;
import dev.saltern.transforms.skew.detect.Drift;
import dev.saltern.transforms.skew.detect.HotShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The receipts of a run's steps, completed once their jobs have run, and what became of the hot keys since the run before. */
final class SkewReceipts {
    private static final int MAX_HOT = 100;
    /** A change of share that a reader need not hear of. */
    private static final double SMALL_CHANGE = 0.05;

    private final TaskTimes times;
    private final Map<SkewLine, String> descriptions = new LinkedHashMap<>();

    SkewReceipts(TaskTimes times) {
        this.times = times;
    }

    /**
     * Adds the receipt of a step.
     *
     * @param spreads what was measured of each input; shorter than the inputs where something was not
     * @param description that of the job which computes the step
     */
    void add(
            String step,
            List<KeyedInput> inputs,
            List<Optional<KeySpread>> spreads,
            SkewReceipt receipt,
            String description) {
        List<SkewLine.Spread> lines = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String view = inputs.get(i).view();
            spreads.get(i).ifPresent(spread -> lines.add(line(view, spread)));
        }
        descriptions.put(
                new SkewLine(
                        step,
                        receipt.treatment().label(),
                        receipt.reason(),
                        receipt.declined(),
                        lines,
                        receipt.rowsAdded(),
                        null,
                        null),
                description);
    }

    private static SkewLine.Spread line(String view, KeySpread spread) {
        List<HotShare> hot = HotShare.of(spread);
        return new SkewLine.Spread(
                view, spread.keys(), spread.rows(), spread.nullRows(), hot.subList(0, Math.min(MAX_HOT, hot.size())));
    }

    /** Returns the shares of the heaviest key and of rows without a key of each input, as metrics of the view. */
    static Map<String, List<MetricResult>> metrics(SkewLine line) {
        Map<String, List<MetricResult>> metrics = new LinkedHashMap<>();
        for (SkewLine.Spread input : line.inputs()) {
            String keys = "Column." + String.join(",", input.keys());
            List<MetricResult> own = metrics.computeIfAbsent(input.view(), view -> new ArrayList<>());
            own.add(new MetricResult(keys + ".HeaviestKeyShare", input.heaviestShare()));
            own.add(new MetricResult(keys + ".NullKeyShare", input.nullShare()));
        }
        return metrics;
    }

    /** Returns the receipts, with the times of the tasks that have ended. */
    List<SkewLine> lines(SparkSession session) {
        times.settle(session);
        List<SkewLine> lines = new ArrayList<>();
        descriptions.forEach((line, description) -> lines.add(line.withTasks(times.spread(description))));
        return lines;
    }

    /** Returns a sentence for each input whose hot keys are not those of an earlier run. */
    static List<String> drift(Optional<RunReport> earlier, List<SkewLine> lines) {
        List<String> notes = new ArrayList<>();
        for (SkewLine line : lines) {
            for (SkewLine.Spread now : line.inputs()) {
                before(earlier, line.step(), now).ifPresent(before -> {
                    Drift drift = Drift.between(before.hot(), now.hot()).ofAtLeast(SMALL_CHANGE);
                    if (!drift.isEmpty()) {
                        notes.add("The hot keys of " + line.step() + " by " + String.join(", ", now.keys())
                                + " are not those of "
                                + earlier.map(RunReport::scope).orElse("") + ": " + drift);
                    }
                });
            }
        }
        return notes;
    }

    private static Optional<SkewLine.Spread> before(Optional<RunReport> earlier, String step, SkewLine.Spread now) {
        return earlier.stream()
                .flatMap(report -> report.skew().stream())
                .filter(line -> line.step().equals(step))
                .flatMap(line -> line.inputs().stream())
                .filter(spread ->
                        spread.view().equals(now.view()) && spread.keys().equals(now.keys()))
                .findFirst();
    }
}
