/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

import com.fasterxml.jackson.databind.JsonNode;

/** The limits of the Glue API, as its reference gives them for each member. */
final class GlueLimits {
    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 2048;
    private static final int MAX_TYPE = 131_072;
    private static final int MAX_VALUE = 512_000;

    private GlueLimits() {}

    /** Refuses a list that is longer than a call may bring. */
    static JsonNode list(JsonNode request, String member, int max) {
        JsonNode list = request.path(member);
        if (!list.isArray() || list.size() > max) {
            throw new GlueFault(
                    "ValidationException",
                    "1 validation error detected: Value at '" + member
                            + "' failed to satisfy constraint: Member must have length less than or equal to " + max);
        }
        return list;
    }

    /** Refuses a table that breaks a limit. */
    static void table(JsonNode table) {
        name("Name", table.path("Name"));
        length("Description", table.path("Description"), MAX_DESCRIPTION);
        columns(table.path("PartitionKeys"));
        if (!table.path("StorageDescriptor").path("SerdeInfo").has("SerializationLibrary")) {
            throw GlueFault.invalid("A table without a SerDe is read by nobody");
        }
        storage(table);
    }

    /** Refuses a partition that breaks a limit, or does not have as many values as the table has keys. */
    static void partition(JsonNode partition, int keys) {
        if (partition.path("Values").size() != keys) {
            throw GlueFault.invalid("The number of partition keys do not match the number of partition values");
        }
        storage(partition);
    }

    private static void storage(JsonNode holder) {
        columns(holder.path("StorageDescriptor").path("Columns"));
        holder.path("Parameters").fields().forEachRemaining(entry -> {
            if (entry.getKey().length() > MAX_NAME || entry.getValue().asText().length() > MAX_VALUE) {
                throw GlueFault.invalid("Parameter " + entry.getKey() + " is too long");
            }
        });
    }

    private static void columns(JsonNode columns) {
        for (JsonNode column : columns) {
            name("Column", column.path("Name"));
            length("Comment", column.path("Comment"), MAX_NAME);
            length("Type", column.path("Type"), MAX_TYPE);
        }
    }

    private static void name(String member, JsonNode name) {
        length(member, name, MAX_NAME);
        String text = name.asText();
        if (text.isEmpty() || !text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            throw GlueFault.invalid(member + " '" + text + "' is empty or not in lower case");
        }
    }

    private static void length(String member, JsonNode text, int max) {
        if (text.asText().length() > max) {
            throw new GlueFault("ValidationException", member + " is longer than " + max);
        }
    }
}
