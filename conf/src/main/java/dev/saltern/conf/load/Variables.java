/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The definitions of {@code ${name}}; a later one stands above an earlier one of the same name, and each may use others. */
final class Variables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private final Problems problems;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, String> resolved = new HashMap<>();
    private final Substitution substitution = new Substitution(resolved, definitions.keySet());

    Variables(Problems problems) {
        this.problems = problems;
    }

    private record Definition(String text, boolean literal, String path, Origin origin) {}

    /** Adds what stands under the key {@code variables} of the file. */
    void addFrom(Document document) {
        if (find(document.root(), "variables") instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                    String path = "variables." + key.getValue();
                    add(key.getValue(), new Definition(value.getValue(), false, path, document.origin(key, value)));
                }
            }
        }
    }

    /** Adds a text that stands under a key of the file's outermost mapping. */
    void addKey(String name, Document document) {
        if (find(document.root(), name) instanceof ScalarNode value) {
            definitions.put(name, new Definition(value.getValue(), false, name, document.origin(value)));
        }
    }

    /** Adds values that hold no variables any more. */
    void addValues(Map<String, String> values) {
        values.forEach((name, value) -> definitions.put(name, new Definition(value, true, "", problems.start())));
    }

    /** Adds what the command line says. */
    void addOverrides(Map<String, String> overrides) {
        overrides.forEach((name, value) ->
                add(name, new Definition(value, false, "--set " + name, new Origin("--set " + name, 0, 0))));
    }

    /** Returns the values of all variables; unknown ones and circles become problems. */
    Substitution resolve() {
        definitions.keySet().forEach(name -> resolve(name, new ArrayList<>()));
        return substitution;
    }

    /** Reports each override that nothing knows and nothing uses. */
    void requireKnown(Map<String, String> overrides, Set<String> known) {
        for (String name : overrides.keySet()) {
            if (!known.contains(name) && !substitution.used().contains(name)) {
                problems.add(
                        "--set " + name,
                        new Origin("--set " + name, 0, 0),
                        "Unknown variable '" + name + "'" + Nearest.hint(name, known));
            }
        }
    }

    /** Returns the resolved value, or the empty text. */
    String value(String name) {
        return resolved.getOrDefault(name, "");
    }

    private void add(String name, Definition definition) {
        if (RunVariables.reserved(name)) {
            problems.add(
                    definition.path(),
                    definition.origin(),
                    "Invalid variable name: " + name + " (must not be one that the run fills)");
        } else if (!NAME.matcher(name).matches()) {
            problems.add(
                    definition.path(),
                    definition.origin(),
                    "Invalid variable name: " + name + " (must be letters, digits, '_', '.', '-', a letter first)");
        } else {
            definitions.put(name, definition);
        }
    }

    private void resolve(String name, List<String> users) {
        Definition definition = definitions.get(name);
        if (definition == null || resolved.containsKey(name)) {
            return;
        }
        if (definition.literal()) {
            resolved.put(name, definition.text());
            return;
        }
        if (users.contains(name)) {
            List<String> circle = new ArrayList<>(users.subList(users.indexOf(name), users.size()));
            circle.forEach(member -> resolved.put(member, ""));
            String chain = String.join(" -> ", circle) + " -> " + name;
            problems.add(
                    definition.path(), definition.origin(), "Cannot resolve ${" + name + "}: it uses itself, " + chain);
            return;
        }
        users.add(name);
        Matcher matcher = Substitution.PLACEHOLDER.matcher(definition.text());
        while (matcher.find()) {
            String used = matcher.group(1);
            if (used != null) {
                resolve(used, users);
            }
        }
        users.remove(name);
        Substitution.Expanded expanded = substitution.expand(definition.text(), List.of());
        expanded.faults().forEach(fault -> problems.add(definition.path(), definition.origin(), fault.message()));
        resolved.put(name, expanded.text());
    }

    /** Returns the names that stand under the key {@code variables} of the file. */
    static Set<String> names(Document document) {
        Set<String> names = new LinkedHashSet<>();
        if (find(document.root(), "variables") instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple -> names.add(tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : ""));
        }
        return names;
    }

    /** Returns the value of a key of the node, or null if it is no mapping or does not have it. */
    static @Nullable Node find(Node root, String key) {
        if (root instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }
}
