/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the journals of a lake say, read from their files. */
final class JournalKeys {
    private final Path lake;

    JournalKeys(Path lake) {
        this.lake = lake;
    }

    /** Returns the idempotency key of each version of a table, oldest first. */
    List<String> of(String table) throws IOException {
        List<String> keys = new ArrayList<>();
        for (JsonNode entry : entries(table)) {
            keys.add(entry.path("key").asText());
        }
        return keys;
    }

    /** Returns the versions that a table's partitions are live in; one, if the newest run has taken all of them. */
    List<Long> liveVersions(String table) throws IOException {
        List<JsonNode> entries = entries(table);
        List<Long> versions = new ArrayList<>();
        entries.get(entries.size() - 1)
                .path("projection")
                .forEach(state -> versions.add(state.path("version").asLong()));
        return versions.stream().distinct().toList();
    }

    private List<JsonNode> entries(String table) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(lake.resolve("_journal").resolve(table))) {
            files = all.filter(file -> file.getFileName().toString().matches("v[0-9]{12}\\.json"))
                    .sorted()
                    .toList();
        }
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(mapper.readTree(file.toFile()));
        }
        return entries;
    }
}
