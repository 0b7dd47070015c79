/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.saltern.conf.Limit;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Writes the JSON Schema (draft 2020-12) of a file that people write, from which editors complete and check it. */
public final class JsonSchema {
    private static final String VARIABLE = "#/$defs/variable";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSchema() {}

    /** Returns the schema of files that hold the record, with a line end at its end. */
    public static String of(Class<?> type, String title) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.setAll(record(RecordKey.of(type)));
        schema.putObject("$defs")
                .putObject("variable")
                .put("type", "string")
                .put("description", "A value that holds ${name}.")
                .put("pattern", "\\$\\{");
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the schema of " + type, e);
        }
    }

    private static ObjectNode record(List<RecordKey> keys) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (RecordKey key : keys) {
            properties.set(key.name(), property(key));
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(RecordKey key) {
        ObjectNode schema = NODES.objectNode()
                .put("title", key.name())
                .put("description", key.key().doc());
        if (key.hasDefault()) {
            schema.set("default", Defaults.json(key));
        }
        schema.setAll(value(key.type()));
        if (key.key().required() && schema.path("type").asText().equals("object")) {
            schema.put("minProperties", 1);
        }
        return schema;
    }

    private static ObjectNode value(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            return kinds(plain);
        }
        return RecordKey.isDeclared(plain) ? record(RecordKey.of(plain)) : scalar(plain);
    }

    private static ObjectNode list(Type element) {
        ObjectNode items = element == String.class ? anyScalar() : value(element);
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", items);
        boolean alone = element instanceof Class<?> plain && !plain.isSealed();
        return alone ? anyOf(list, items.deepCopy()) : list;
    }

    private static ObjectNode map(Type value) {
        ObjectNode map = NODES.objectNode().put("type", "object");
        map.set("additionalProperties", value == String.class ? anyScalar() : value(value));
        return map;
    }

    private static ObjectNode kinds(Class<?> sealedType) {
        Kinds kinds = Kinds.of(sealedType);
        ObjectNode schema = NODES.objectNode();
        ArrayNode choices = schema.putArray("oneOf");
        kinds.byName().forEach((name, kind) -> {
            if (RecordKey.of(kind).isEmpty()) {
                choices.addObject().put("title", name).put("const", name);
            } else {
                choices.add(kind(kinds, name, kinds.own(kind)));
            }
        });
        return schema;
    }

    private static ObjectNode kind(Kinds kinds, String name, List<RecordKey> own) {
        ObjectNode choice = record(kinds.shared());
        ObjectNode inner = record(own);
        ObjectNode value = own.size() == 1 ? anyOf(value(own.get(0).type()), inner) : inner;
        String description = own.size() == 1 ? own.get(0).key().doc() : "The keys of " + name + ".";
        ObjectNode property = NODES.objectNode().put("title", name).put("description", description);
        ((ObjectNode) choice.get("properties")).set(name, property.setAll(value));
        choice.withArray("required").add(name);
        choice.put("title", name);
        return choice;
    }

    private static ObjectNode scalar(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode choice = NODES.objectNode();
            ArrayNode constants = choice.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                String name = KebabCase.of((Enum<?>) constant);
                constants.add(name);
                if (name.equals("null")) {
                    constants.addNull();
                }
            }
            return orVariable(choice);
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return orVariable(NODES.objectNode().put("type", "integer"));
        }
        if (type == double.class || type == Double.class) {
            return orVariable(NODES.objectNode().put("type", "number"));
        }
        if (type == boolean.class) {
            return orVariable(NODES.objectNode().put("type", "boolean"));
        }
        if (type == Limit.class) {
            ObjectNode limit = NODES.objectNode();
            limit.putArray("type").add("string").add("integer");
            return limit;
        }
        return NODES.objectNode().put("type", "string");
    }

    private static ObjectNode anyScalar() {
        ObjectNode scalar = NODES.objectNode();
        scalar.putArray("type").add("string").add("number").add("boolean");
        return scalar;
    }

    private static ObjectNode orVariable(ObjectNode schema) {
        return anyOf(schema, NODES.objectNode().put("$ref", VARIABLE));
    }

    private static ObjectNode anyOf(ObjectNode first, ObjectNode second) {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(first).add(second);
        return either;
    }
}
