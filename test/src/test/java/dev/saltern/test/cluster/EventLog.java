/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Spark itself writes down of an application.
 *
 * @param folder the application's, and no other's
 */
record EventLog(Path folder) {
    /** Makes the folder. */
    static EventLog in(Path folder) throws IOException {
        return new EventLog(Files.createDirectories(folder));
    }

    /** Returns the settings that make Spark write it. */
    Map<String, String> settings() {
        return Map.of(
                "spark.eventLog.enabled",
                "true",
                "spark.eventLog.dir",
                folder.toUri().toString());
    }

    /** Returns the executors that finished tasks. */
    Set<String> executors() throws IOException {
        return events("SparkListenerTaskEnd").stream()
                .map(task -> task.path("Task Info").path("Executor ID").asText())
                .collect(Collectors.toSet());
    }

    /** Returns a setting that the application ran under. */
    String setting(String key) throws IOException {
        return events("SparkListenerEnvironmentUpdate")
                .get(0)
                .path("Spark Properties")
                .path(key)
                .asText();
    }

    private List<JsonNode> events(String name) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(log -> !log.getFileName().toString().startsWith("."))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("{\"Event\":\"" + name + "\"")) {
                        events.add(new ObjectMapper().readTree(line));
                    }
                }
            }
        }
        return events;
    }
}
