/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of the history draw.
 *
 * @param pipelines their names
 * @param runs for each run, the oldest first, the values of {@link #NAMES}
 */
record HistoryData(List<String> pipelines, List<List<@Nullable Object>> runs) {
    /** What stands where in a run: as a list it takes a third of the room. */
    static final List<String> NAMES = List.of(
            "pipeline",
            "scope",
            "verdict",
            "started",
            "seconds",
            "read",
            "written",
            "rejected",
            "usd",
            "heaviestShare",
            "heaviestTask");

    static HistoryData of(HistoryView view) {
        List<List<@Nullable Object>> runs = new ArrayList<>();
        for (RunLine line : view.runs()) {
            runs.add(Collections.unmodifiableList(Arrays.<@Nullable Object>asList(
                    view.pipelines().indexOf(line.pipeline()),
                    line.scope(),
                    line.verdict().name().toLowerCase(Locale.ROOT),
                    line.started(),
                    rounded(line.seconds()),
                    line.read(),
                    line.written(),
                    rounded(line.rejected()),
                    line.usd(),
                    rounded(line.heaviestShare()),
                    line.heaviestTask() == null ? null : rounded(line.heaviestTask()))));
        }
        Collections.reverse(runs);
        return new HistoryData(view.pipelines(), runs);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
