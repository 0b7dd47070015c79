/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys and values of one mapping, each key once; reports keys that stand twice, are no text, or are unknown. */
final class Entries {
    private final Document document;
    private final Problems problems;
    private final Place place;
    private final Map<String, NodeTuple> byName = new LinkedHashMap<>();

    Entries(MappingNode mapping, Place place, Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
        this.place = place;
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple);
        }
    }

    private void add(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(document.origin(key), "Invalid key: a collection (must be a text)");
            return;
        }
        String name = scalar.getValue();
        NodeTuple first = byName.putIfAbsent(name, tuple);
        if (first != null) {
            int line = document.origin(first.getKeyNode()).line();
            problems.add(document.origin(key), "Duplicate key '" + name + "' (first in line " + line + ")");
        }
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Returns the key's value, or null if it is left out or left empty. */
    @Nullable
    Node find(String name) {
        NodeTuple tuple = byName.get(name);
        return tuple == null ? null : tuple.getValueNode();
    }

    Node value(String name) {
        return tuple(name).getValueNode();
    }

    Place place(String name) {
        NodeTuple tuple = tuple(name);
        return place.key(name, document.origin(tuple.getKeyNode(), tuple.getValueNode()));
    }

    /** Reports each key that is not known; returns whether there is one. */
    boolean reportUnknown(Set<String> known) {
        List<String> unknown = new ArrayList<>(byName.keySet());
        unknown.removeAll(known);
        List<String> free =
                known.stream().filter(name -> !byName.containsKey(name)).toList();
        for (String name : unknown) {
            problems.add(
                    document.origin(tuple(name).getKeyNode()),
                    "Unknown key '" + name + "'" + Nearest.hint(name, free, known));
        }
        return !unknown.isEmpty();
    }

    private NodeTuple tuple(String name) {
        NodeTuple tuple = byName.get(name);
        if (tuple == null) {
            throw new IllegalArgumentException("Missing key " + name);
        }
        return tuple;
    }
}
