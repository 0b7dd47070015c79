/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Glue does with a request, by the name of the operation. */
final class GlueOperations {
    private static final int MAX_WRITTEN = 100;
    private static final int MAX_DELETED = 25;
    private static final int MAX_READ = 1000;

    private final GlueScript script;
    private final Set<String> databases = new HashSet<>();
    private final Map<String, StoredTable> tables = new HashMap<>();

    GlueOperations(GlueScript script) {
        this.script = script;
    }

    ObjectNode answer(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateDatabase" -> createDatabase(request);
            case "CreateTable" -> createTable(request);
            case "GetTable" -> empty().set("Table", table(request, "Name").view());
            case "UpdateTable" -> updateTable(request);
            case "GetPartitions" -> partitions(request);
            case "BatchGetPartition" -> batchGet(request);
            case "BatchCreatePartition" ->
                batch(
                        operation,
                        GlueLimits.list(request, "PartitionInputList", MAX_WRITTEN),
                        "Values",
                        "PartitionValues",
                        table(request, "TableName")::create);
            case "BatchUpdatePartition" ->
                batch(
                        operation,
                        GlueLimits.list(request, "Entries", MAX_WRITTEN),
                        "PartitionValueList",
                        "PartitionValueList",
                        entry -> table(request, "TableName")
                                .update(
                                        StoredTable.values(entry.path("PartitionValueList")),
                                        entry.path("PartitionInput")));
            case "BatchDeletePartition" ->
                batch(
                        operation,
                        GlueLimits.list(request, "PartitionsToDelete", MAX_DELETED),
                        "Values",
                        "PartitionValues",
                        entry -> table(request, "TableName").delete(StoredTable.values(entry.path("Values"))));
            default -> throw new GlueFault("UnknownOperationException", operation);
        };
    }

    StoredTable table(String database, String name) {
        StoredTable table = tables.get(database + "." + name);
        if (table == null) {
            throw GlueFault.missing("Entity Not Found: table " + database + "." + name);
        }
        return table;
    }

    private StoredTable table(JsonNode request, String member) {
        return table(request.path("DatabaseName").asText(), request.path(member).asText());
    }

    private ObjectNode createDatabase(JsonNode request) {
        if (!databases.add(request.path("DatabaseInput").path("Name").asText())) {
            throw GlueFault.exists("Database already exists.");
        }
        return empty();
    }

    private ObjectNode createTable(JsonNode request) {
        String database = request.path("DatabaseName").asText();
        if (!databases.contains(database)) {
            throw GlueFault.missing("Database " + database + " not found.");
        }
        GlueLimits.table(request.path("TableInput"));
        String name = database + "." + request.path("TableInput").path("Name").asText();
        if (tables.putIfAbsent(name, new StoredTable(request.path("TableInput"))) != null) {
            throw GlueFault.exists("Table already exists.");
        }
        return empty();
    }

    private ObjectNode updateTable(JsonNode request) {
        GlueLimits.table(request.path("TableInput"));
        String database = request.path("DatabaseName").asText();
        String name = request.path("TableInput").path("Name").asText();
        StoredTable table = table(database, name);
        if (script.isInterfered(database + "." + name)) {
            table.interfere();
        }
        table.update(request);
        return empty();
    }

    private ObjectNode partitions(JsonNode request) {
        int max = request.path("MaxResults").asInt(MAX_READ);
        if (max < 1 || max > MAX_READ) {
            throw new GlueFault("ValidationException", "MaxResults must be in [1, 1000]: " + max);
        }
        List<ObjectNode> all =
                new ArrayList<>(table(request, "TableName").partitions().values());
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(all.size(), from + script.page(max, from));
        ObjectNode answer = empty();
        ArrayNode page = answer.putArray("Partitions");
        all.subList(from, to).forEach(page::add);
        if (to < all.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }

    private ObjectNode batchGet(JsonNode request) {
        JsonNode keys = GlueLimits.list(request, "PartitionsToGet", MAX_READ);
        Map<List<String>, ObjectNode> partitions = table(request, "TableName").partitions();
        ObjectNode answer = empty();
        ArrayNode found = answer.putArray("Partitions");
        ArrayNode unprocessed = answer.putArray("UnprocessedKeys");
        int processed = script.processed(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            ObjectNode partition = partitions.get(StoredTable.values(keys.get(i).path("Values")));
            if (i >= processed) {
                unprocessed.add(keys.get(i));
            } else if (partition != null) {
                found.add(partition);
            }
        }
        return answer;
    }

    /** Does what can be done; what cannot is told in the answer, which is 200 all the same. */
    private ObjectNode batch(
            String operation, JsonNode entries, String valuesIn, String valuesOut, Consumer<JsonNode> change) {
        ObjectNode answer = empty();
        ArrayNode errors = answer.putArray("Errors");
        for (JsonNode entry : entries) {
            List<String> values = StoredTable.values(entry.path(valuesIn));
            try {
                script.refuse(operation, values);
                change.accept(entry);
            } catch (GlueFault e) {
                ObjectNode error = errors.addObject();
                values.forEach(error.withArray(valuesOut)::add);
                error.putObject("ErrorDetail").put("ErrorCode", e.code()).put("ErrorMessage", e.getMessage());
            }
        }
        return answer;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
