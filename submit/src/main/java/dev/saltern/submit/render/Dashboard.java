/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dashboard of CloudWatch: the pipeline on top, then each table. */
public final class Dashboard {
    private static final String NAMESPACE = "Saltern";
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;
    private static final int COLUMNS = 3;

    private Dashboard() {}

    /** Returns the dashboard's body. */
    public static String of(String pipeline, List<String> tables, String region) {
        List<Map<String, Object>> widgets = new ArrayList<>();
        List<List<String>> whole = List.of(
                List.of("Success"),
                List.of("DurationSeconds"),
                List.of("RowsRead", "RowsQuarantined"),
                List.of("RejectPercent"),
                List.of("FreshnessHours"),
                List.of("CostUsd"),
                List.of("SkewRatio"),
                List.of("SpilledBytes", "ShuffleBytes", "StorageBytes"),
                List.of("PeakMemoryBytes"));
        whole.forEach(metrics -> add(
                widgets,
                pipeline + " " + String.join(", ", metrics),
                metrics.stream()
                        .map(metric -> List.of(NAMESPACE, metric, "Pipeline", pipeline))
                        .toList(),
                region));
        add(
                widgets,
                "rows of each table",
                tables.stream()
                        .map(table -> List.of(NAMESPACE, "RowsWritten", "Pipeline", pipeline, "Table", table))
                        .toList(),
                region);
        add(
                widgets,
                "bytes of each table",
                tables.stream()
                        .map(table -> List.of(NAMESPACE, "StorageBytes", "Pipeline", pipeline, "Table", table))
                        .toList(),
                region);
        return Json.line(Members.of("widgets", widgets));
    }

    private static void add(
            List<Map<String, Object>> widgets, String title, List<List<String>> metrics, String region) {
        int place = widgets.size();
        widgets.add(Members.of(
                "type",
                "metric",
                "x",
                place % COLUMNS * WIDTH,
                "y",
                place / COLUMNS * HEIGHT,
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "properties",
                Members.of("title", title, "metrics", metrics, "region", region, "stat", "Maximum", "period", 3600)));
    }
}
