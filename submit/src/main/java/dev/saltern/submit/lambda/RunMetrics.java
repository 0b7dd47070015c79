/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of a run as lines in CloudWatch's embedded metric format: one of the pipeline, one of each table. Dimensions are the pipeline and
 * the table; the run is no dimension, for each would be a metric of its own that is paid for.
 */
final class RunMetrics {
    private static final String NAMESPACE = "Saltern";
    private static final double PERCENT = 100;
    private static final Map<String, String> UNITS = Map.of(
            "DurationSeconds",
            "Seconds",
            "RejectPercent",
            "Percent",
            "SpilledBytes",
            "Bytes",
            "PeakMemoryBytes",
            "Bytes",
            "ShuffleBytes",
            "Bytes",
            "StorageBytes",
            "Bytes",
            "Success",
            "Count");

    private final EndedRun run;
    private final String pipeline;
    private final Instant now;

    RunMetrics(EndedRun run, Instant now) {
        this.run = run;
        this.pipeline = run.pipeline();
        this.now = now;
    }

    /** Returns the lines; what nothing is known of is left out, and not zero. Of a removal only its cost counts. */
    List<String> lines(OptionalDouble usd) {
        Map<String, Double> figures = new LinkedHashMap<>();
        usd.ifPresent(cost -> figures.put("CostUsd", cost));
        List<String> lines = new ArrayList<>();
        if (run.isUpkeep()) {
            return figures.isEmpty() ? lines : List.of(line(Map.of("Pipeline", pipeline), figures));
        }
        figures.put("Success", isDone() ? 1.0 : 0.0);
        run.report().ifPresent(found -> {
            add(figures, found);
            for (JsonNode table : found.path("tables")) {
                Map<String, Double> own = new LinkedHashMap<>();
                own.put("RowsWritten", table.path("rows").asDouble());
                own.put("RowsQuarantined", table.path("quarantined").asDouble());
                present(own, "StorageBytes", table.path("bytes"));
                lines.add(line(
                        Map.of(
                                "Pipeline",
                                pipeline,
                                "Table",
                                table.path("table").asText()),
                        own));
            }
        });
        lines.add(0, line(Map.of("Pipeline", pipeline), figures));
        return lines;
    }

    private void add(Map<String, Double> figures, JsonNode report) {
        figures.put("DurationSeconds", report.path("seconds").asDouble());
        double read = sum(report.path("sources"), "read");
        double aside = sum(report.path("sources"), "corrupt")
                + sum(report.path("sources"), "quarantined")
                + sum(report.path("tables"), "quarantined");
        figures.put("RowsRead", read);
        figures.put("RowsWritten", sum(report.path("tables"), "rows"));
        figures.put("RowsQuarantined", aside);
        figures.put("RejectPercent", read == 0 ? 0 : aside / read * PERCENT);
        figures.put("StorageBytes", sum(report.path("tables"), "bytes"));
        double skew = 0;
        for (JsonNode step : report.path("skew")) {
            skew = Math.max(skew, step.path("heaviestTask").asDouble());
        }
        if (skew > 0) {
            figures.put("SkewRatio", skew);
        }
        JsonNode setting = report.path("setting");
        present(figures, "SpilledBytes", setting.path("spilledBytes"));
        present(figures, "PeakMemoryBytes", setting.path("peakMemoryBytes"));
        present(figures, "ShuffleBytes", setting.path("shuffledBytes"));
        if (isDone()) {
            freshness(report).ifPresent(hours -> figures.put("FreshnessHours", hours));
        }
    }

    private boolean isDone() {
        return run.verdict().exitCode() == ExitCode.DONE;
    }

    /** Returns the hours from the end of the last day of the run to its publish. */
    private static OptionalDouble freshness(JsonNode report) {
        String scope = report.path("scope").asText();
        try {
            LocalDate last = LocalDate.parse(scope.substring(scope.lastIndexOf('.') + 1));
            Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant published = Instant.parse(report.path("started").asText())
                    .plusMillis(Math.round(report.path("seconds").asDouble() * 1000));
            return OptionalDouble.of(Duration.between(end, published).toMinutes() / 60.0);
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    private String line(Map<String, String> dimensions, Map<String, Double> figures) {
        List<Map<String, String>> metrics = figures.keySet().stream()
                .map(name -> Map.of("Name", name, "Unit", UNITS.getOrDefault(name, "None")))
                .toList();
        List<String> names = dimensions.keySet().stream().sorted().toList();
        Map<String, Object> directive =
                Map.of("Namespace", NAMESPACE, "Dimensions", List.of(names), "Metrics", metrics);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics", List.of(directive)));
        line.putAll(dimensions);
        line.putAll(figures);
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write metrics: " + e.getOriginalMessage(), e);
        }
    }

    private static void present(Map<String, Double> figures, String name, JsonNode value) {
        if (value.isNumber()) {
            figures.put(name, value.asDouble());
        }
    }

    private static double sum(JsonNode items, String name) {
        double sum = 0;
        for (JsonNode item : items) {
            sum += item.path(name).asDouble();
        }
        return sum;
    }
}
