/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.jobs.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column, and what became of it since the run before.
 *
 * @param name its name
 * @param type its type; of a column that is gone, the one that it had
 * @param change what became of it
 * @param before the type that it had, where that is another one
 */
public record ColumnChange(
        String name, String type, Change change, @Nullable String before) {
    /** What became of a column. */
    public enum Change {
        SAME,
        ADDED,
        RETYPED,
        GONE
    }

    /**
     * Compares two schemas, each in the JSON of Spark.
     *
     * @param before the schema of the run before; null for the first one, whose columns are all the same as ever
     */
    static List<ColumnChange> between(@Nullable String before, String now) {
        Map<String, String> young = columns(now);
        Map<String, String> old = before == null ? young : columns(before);
        List<ColumnChange> changes = new ArrayList<>();
        young.forEach((name, type) -> {
            String was = old.get(name);
            if (was == null) {
                changes.add(new ColumnChange(name, type, Change.ADDED, null));
            } else if (was.equals(type)) {
                changes.add(new ColumnChange(name, type, Change.SAME, null));
            } else {
                changes.add(new ColumnChange(name, type, Change.RETYPED, was));
            }
        });
        old.forEach((name, type) -> {
            if (!young.containsKey(name)) {
                changes.add(new ColumnChange(name, type, Change.GONE, null));
            }
        });
        return changes;
    }

    /** Returns the columns of a schema and their types as SQL names them. */
    static Map<String, String> columns(String schema) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (JsonNode field : Json.read(schema, JsonNode.class).path("fields")) {
            columns.put(field.path("name").asText(), type(field.path("type")));
        }
        return columns;
    }

    private static String type(JsonNode type) {
        if (type.isTextual()) {
            return switch (type.asText()) {
                case "long" -> "bigint";
                case "integer" -> "int";
                case "short" -> "smallint";
                case "byte" -> "tinyint";
                default -> type.asText();
            };
        }
        return switch (type.path("type").asText()) {
            case "array" -> "array<" + type(type.path("elementType")) + ">";
            case "map" -> "map<" + type(type.path("keyType")) + ", " + type(type.path("valueType")) + ">";
            case "struct" -> struct(type);
            default -> type.toString();
        };
    }

    private static String struct(JsonNode type) {
        List<String> fields = new ArrayList<>();
        type.path("fields").forEach(field -> fields.add(field.path("name").asText() + ": " + type(field.path("type"))));
        return "struct<" + String.join(", ", fields) + ">";
    }
}
