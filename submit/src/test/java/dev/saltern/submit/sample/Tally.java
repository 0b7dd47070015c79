/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what is wrong with each line from the line itself and those before it, as a reader of the files would.
 *
 * @param readings how many different sensor_id, ts and metric the good lines have
 */
record Tally(long rows, long readings, Map<Dirt, Long> dirt) {
    static Tally of(List<String> lines, LocalDate day) {
        Map<Dirt, Long> dirt = new EnumMap<>(Dirt.class);
        Set<String> seen = new HashSet<>();
        Map<String, JsonNode> keys = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : lines) {
            try {
                JsonNode reading = mapper.readTree(line);
                if (!reading.get("value").isNumber()) {
                    dirt.merge(Dirt.WRONG_TYPE, 1L, Long::sum);
                } else if (!reading.path("sensor_id").isTextual()) {
                    dirt.merge(Dirt.MISSING_SENSOR, 1L, Long::sum);
                } else if (!inRange(reading)) {
                    dirt.merge(Dirt.OUT_OF_RANGE, 1L, Long::sum);
                } else if (!reading.get("ts").textValue().startsWith(day.toString())) {
                    dirt.merge(Dirt.LATE, 1L, Long::sum);
                } else if (!seen.add(line)) {
                    dirt.merge(Dirt.EXACT_DUPLICATE, 1L, Long::sum);
                } else {
                    JsonNode first = keys.putIfAbsent(key(reading), reading);
                    if (first != null && corrects(reading, first)) {
                        dirt.merge(Dirt.RESENT, 1L, Long::sum);
                    }
                }
            } catch (JsonProcessingException e) {
                dirt.merge(Dirt.TRUNCATED, 1L, Long::sum);
            }
        }
        return new Tally(lines.size(), keys.size(), dirt);
    }

    private static String key(JsonNode reading) {
        return reading.get("sensor_id") + "|" + reading.get("ts") + "|" + reading.get("metric");
    }

    private static boolean corrects(JsonNode reading, JsonNode first) {
        return receivedAt(reading).isAfter(receivedAt(first))
                && !reading.get("value").equals(first.get("value"));
    }

    private static Instant receivedAt(JsonNode reading) {
        return Instant.parse(reading.get("received_at").textValue());
    }

    private static boolean inRange(JsonNode reading) {
        double value = reading.get("value").doubleValue();
        return switch (reading.get("metric").textValue()) {
            case "temperature" -> value > -60 && value < 60;
            case "humidity" -> value >= 0 && value <= 100;
            case "pressure" -> value > 850 && value < 1100;
            default -> false;
        };
    }
}
