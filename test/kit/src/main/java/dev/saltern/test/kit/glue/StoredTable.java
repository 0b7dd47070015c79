/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table, its archived versions and its partitions. */
final class StoredTable {
    private static final String INTERFERENCE = "interference";

    private final Map<List<String>, ObjectNode> partitions = new LinkedHashMap<>();
    private final List<ObjectNode> archived = new ArrayList<>();
    private ObjectNode input;
    private int version;

    StoredTable(JsonNode input) {
        this.input = input.deepCopy();
    }

    /** Returns the table as Glue gives it. */
    ObjectNode view() {
        return input.deepCopy().put("VersionId", Integer.toString(version));
    }

    /** Replaces everything, if the version is still that which the caller read. */
    void update(JsonNode request) {
        String expected = request.path("VersionId").asText("");
        if (!expected.isEmpty() && !expected.equals(Integer.toString(version))) {
            throw new GlueFault(
                    "ConcurrentModificationException",
                    "Update table failed due to concurrent modifications: version is " + version);
        }
        if (!request.path("SkipArchive").asBoolean(false)) {
            archived.add(view());
        }
        input = request.path("TableInput").deepCopy();
        version++;
    }

    /** Changes the table as someone else would: it counts in a parameter how often. */
    void interfere() {
        String before = input.path("Parameters").path(INTERFERENCE).asText("0");
        input.withObject("/Parameters").put(INTERFERENCE, Integer.toString(Integer.parseInt(before) + 1));
        version++;
    }

    int archivedVersions() {
        return archived.size();
    }

    Map<List<String>, ObjectNode> partitions() {
        return partitions;
    }

    void create(JsonNode partition) {
        GlueLimits.partition(partition, keys());
        List<String> values = values(partition.path("Values"));
        if (partitions.containsKey(values)) {
            throw GlueFault.exists("Partition already exists.");
        }
        partitions.put(values, partition.deepCopy());
    }

    void update(List<String> values, JsonNode partition) {
        GlueLimits.partition(partition, keys());
        if (!partitions.containsKey(values)) {
            throw GlueFault.missing("Partition not found.");
        }
        if (!values.equals(values(partition.path("Values")))) {
            throw GlueFault.invalid("This partition would be renamed");
        }
        partitions.put(values, partition.deepCopy());
    }

    void delete(List<String> values) {
        if (partitions.remove(values) == null) {
            throw GlueFault.missing("Partition not found.");
        }
    }

    static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return values;
    }

    private int keys() {
        return input.path("PartitionKeys").size();
    }
}
