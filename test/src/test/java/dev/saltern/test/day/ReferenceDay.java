/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What the tables of sensor-daily must hold for one day, worked out from the raw files in plain Java with exact decimals: no Spark, and no
 * code of Saltern.
 */
final class ReferenceDay {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final LocalDate day;
    private final Map<String, String> sites;
    private final Map<String, ReferenceReading> readings = new HashMap<>();
    long read;
    long corrupt;
    long quarantined;
    long fit;

    ReferenceDay(Path raw, LocalDate day) throws IOException {
        this.day = day;
        this.sites = sites(raw.resolve("sensors/sensors.csv"));
        try (Stream<Path> files = Files.list(raw.resolve("readings/dt=" + day))) {
            for (Path file : files.toList()) {
                readings(file);
            }
        }
    }

    long duplicates() {
        return fit - readings.size();
    }

    /** Returns {@code site|sensor|metric} to {@code mean|least|greatest|readings}. */
    Map<String, List<BigDecimal>> daily() {
        return grouped(reading -> site(reading) + "|" + reading.sensor() + "|" + reading.metric());
    }

    /** Returns the site to the mean, per metric, of the sensors' means. */
    Map<String, Map<String, BigDecimal>> siteMeans() {
        Map<String, Map<String, List<BigDecimal>>> means = new TreeMap<>();
        daily().forEach((key, figures) -> {
            String[] parts = key.split("\\|", -1);
            means.computeIfAbsent(parts[0], site -> new TreeMap<>())
                    .computeIfAbsent(parts[2], metric -> new ArrayList<>())
                    .add(figures.get(0));
        });
        Map<String, Map<String, BigDecimal>> result = new TreeMap<>();
        means.forEach((site, byMetric) -> {
            Map<String, BigDecimal> row = new TreeMap<>();
            byMetric.forEach((metric, values) -> row.put(metric, mean(values)));
            result.put(site, row);
        });
        return result;
    }

    /** Returns the site to its count of sensors and readings and its lowest battery. */
    Map<String, List<String>> siteTotals() {
        Map<String, List<ReferenceReading>> bySite =
                readings.values().stream().collect(Collectors.groupingBy(this::site));
        Map<String, List<String>> totals = new TreeMap<>();
        bySite.forEach((site, all) -> totals.put(
                site,
                List.of(
                        Long.toString(all.stream()
                                .map(ReferenceReading::sensor)
                                .distinct()
                                .count()),
                        Integer.toString(all.size()),
                        all.stream()
                                .map(ReferenceReading::battery)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                                .toString())));
        return totals;
    }

    /** Returns each reading's identity to the mean of its series over the 24 hours that end with it. */
    Map<String, BigDecimal> movingAverages() {
        Map<String, List<ReferenceReading>> series = readings.values().stream()
                .collect(Collectors.groupingBy(reading -> reading.sensor() + "|" + reading.metric()));
        Map<String, BigDecimal> averages = new HashMap<>();
        for (List<ReferenceReading> one : series.values()) {
            for (ReferenceReading reading : one) {
                Instant after = reading.at().minus(Duration.ofHours(24));
                averages.put(
                        reading.identity(),
                        mean(one.stream()
                                .filter(other ->
                                        other.at().isAfter(after) && !other.at().isAfter(reading.at()))
                                .map(ReferenceReading::value)
                                .toList()));
            }
        }
        return averages;
    }

    private Map<String, List<BigDecimal>> grouped(Function<ReferenceReading, String> key) {
        Map<String, List<BigDecimal>> groups = readings.values().stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.mapping(ReferenceReading::value, Collectors.toList())));
        Map<String, List<BigDecimal>> figures = new TreeMap<>();
        groups.forEach((name, values) -> figures.put(
                name,
                List.of(
                        mean(values),
                        values.stream().min(Comparator.naturalOrder()).orElseThrow(),
                        values.stream().max(Comparator.naturalOrder()).orElseThrow(),
                        BigDecimal.valueOf(values.size()))));
        return figures;
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 12, RoundingMode.HALF_UP);
    }

    private String site(ReferenceReading reading) {
        return sites.getOrDefault(reading.sensor(), "unknown");
    }

    private void readings(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read++;
                reading(line);
            }
        }
    }

    private void reading(String line) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            corrupt++;
            return;
        }
        boolean complete =
                json.path("sensor_id").isTextual() && json.path("value").isNumber();
        Instant at = Instant.parse(json.path("ts").asText());
        if (!complete || !at.atZone(ZoneOffset.UTC).toLocalDate().equals(day) || !isPossible(json)) {
            quarantined++;
            return;
        }
        fit++;
        ReferenceReading reading = new ReferenceReading(
                json.path("sensor_id").asText(),
                at,
                Instant.parse(json.path("received_at").asText()),
                json.path("metric").asText(),
                json.path("value").decimalValue(),
                json.path("meta").path("firmware").asText(),
                json.path("meta").path("battery").decimalValue());
        readings.merge(
                reading.identity(), reading, (old, other) -> other.received().isAfter(old.received()) ? other : old);
    }

    private static boolean isPossible(JsonNode json) {
        double value = json.path("value").doubleValue();
        return switch (json.path("metric").asText()) {
            case "temperature" -> value > -60 && value < 60;
            case "humidity" -> value > -0.01 && value < 100.01;
            case "pressure" -> value > 850 && value < 1100;
            default -> false;
        };
    }

    private static Map<String, String> sites(Path file) {
        CsvParserSettings format = new CsvParserSettings();
        format.setHeaderExtractionEnabled(true);
        Map<String, String> sites = new HashMap<>();
        new CsvParser(format)
                .parseAllRecords(file.toFile(), StandardCharsets.UTF_8)
                .forEach(row -> sites.put(row.getString("sensor_id"), row.getString("site")));
        return sites;
    }
}
