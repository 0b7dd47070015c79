/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The history of one table from the lines that its runs left behind. Immutable. */
final class PastRuns implements MetricHistory {
    private final Map<String, List<Observation>> observed;

    private PastRuns(Map<String, List<Observation>> observed) {
        this.observed = observed;
    }

    static MetricHistory of(List<MetricLine> lines, String table, String date, Predicate<String> succeeded) {
        Map<String, List<MetricLine>> byMetric = lines.stream()
                .filter(line -> line.table().equals(table) && succeeded.test(line.run()))
                .filter(line -> !isDay(line.date()) || !line.date().equals(date))
                .collect(Collectors.groupingBy(MetricLine::metric));
        Map<String, List<Observation>> observed = new LinkedHashMap<>();
        byMetric.forEach((metric, own) -> observed.put(metric, latestFirst(own)));
        return new PastRuns(Map.copyOf(observed));
    }

    private static List<Observation> latestFirst(List<MetricLine> lines) {
        Map<String, MetricLine> kept = new LinkedHashMap<>();
        for (MetricLine line : lines) {
            String key = isDay(line.date()) ? line.date() : line.date() + " " + line.run();
            kept.remove(key);
            kept.put(key, line);
        }
        List<MetricLine> order = new ArrayList<>(kept.values());
        java.util.Collections.reverse(order);
        return order.stream()
                .sorted(Comparator.comparing(MetricLine::date).reversed())
                .map(line -> new Observation(line.date(), line.value()))
                .toList();
    }

    private static boolean isDay(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public List<Observation> observations(String metric) {
        return observed.getOrDefault(metric, List.of());
    }
}
