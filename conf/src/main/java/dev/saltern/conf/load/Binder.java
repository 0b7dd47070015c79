/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import dev.saltern.conf.schema.RecordKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Binds nodes to the types of the records of configuration; remembers where each value stands. */
final class Binder {
    private final Document document;
    private final Problems problems;
    private final ScalarBinder scalars;
    private final RecordBinder records;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Object> recordsByPath = new LinkedHashMap<>();

    Binder(Document document, Substitution substitution, Problems problems) {
        this.document = document;
        this.problems = problems;
        this.scalars = new ScalarBinder(document, substitution, problems);
        this.records = new RecordBinder(this, document, problems);
    }

    /** Binds the whole document; null if it is not even near to the type. */
    <T> @Nullable T bindRoot(Class<T> type) {
        return type.cast(bind(type, document.root(), Place.root(problems.start())));
    }

    Origins origins() {
        return new Origins(origins, problems.start());
    }

    /** Returns the bound records by path; parts of them that have problems are stand-ins. */
    Map<String, Object> recordsByPath() {
        return recordsByPath;
    }

    /** Remembers where a key stands that holds no value of its own. */
    void remember(Place place) {
        origins.put(place.path(), place.origin());
    }

    /** Returns the value, or null if it is a problem. */
    @Nullable
    Object bind(Type type, Node node, Place place) {
        origins.put(place.path(), place.origin());
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == List.class
                    ? bindList(arguments[0], node, place)
                    : bindMap(arguments[1], node, place);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed() || RecordKey.isDeclared(plain)) {
            Object bound = plain.isSealed() ? records.bindKind(plain, node, place) : records.bind(plain, node, place);
            if (bound != null) {
                recordsByPath.put(place.path(), bound);
            }
            return bound;
        }
        if (!(node instanceof ScalarNode scalar)) {
            return wrongKind(node, place, "a text");
        }
        if (Document.isNull(node) && !isNullConstant(plain, scalar)) {
            return wrongKind(node, place, "a text; put quotes around it");
        }
        return scalars.bind(plain, scalar, place);
    }

    /** YAML reads the word null as nothing; where a choice has that name, it is the choice. */
    static boolean isNullConstant(Type type, ScalarNode scalar) {
        return type instanceof Class<?> plain
                && plain.isEnum()
                && Scalars.enumNames(plain).contains(scalar.getValue());
    }

    @Nullable
    Object wrongKind(Node node, Place place, String wanted) {
        problems.add(
                place.path(),
                place.origin(),
                "Invalid " + place.name() + ": " + show(node) + " (must be " + wanted + ")");
        return null;
    }

    private List<Object> bindList(Type element, Node node, Place place) {
        List<Object> list = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            List<Node> nodes = sequence.getValue();
            for (int i = 0; i < nodes.size(); i++) {
                addIfBound(list, bind(element, nodes.get(i), place.item(i, document.origin(nodes.get(i)))));
            }
        } else if (node instanceof ScalarNode && element instanceof Class<?> plain && !plain.isSealed()) {
            addIfBound(list, bind(element, node, place));
        } else {
            wrongKind(node, place, "a list");
        }
        return list;
    }

    private static void addIfBound(List<Object> list, @Nullable Object value) {
        if (value != null) {
            list.add(value);
        }
    }

    private Map<String, Object> bindMap(Type value, Node node, Place place) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrongKind(node, place, "a mapping");
            return map;
        }
        Entries entries = new Entries(mapping, place, document, problems);
        for (String name : entries.names()) {
            Object bound = bind(value, entries.value(name), entries.place(name));
            if (bound != null) {
                map.put(name, bound);
            }
        }
        return map;
    }

    private static String show(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : scalar.getValue();
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }
}
