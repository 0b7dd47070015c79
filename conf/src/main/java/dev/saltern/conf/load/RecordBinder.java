/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.schema.Kinds;
import dev.saltern.conf.schema.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds mappings to records, and to the records that a sealed interface permits. */
final class RecordBinder {
    private final Binder binder;
    private final Document document;
    private final Problems problems;

    RecordBinder(Binder binder, Document document, Problems problems) {
        this.binder = binder;
        this.document = document;
        this.problems = problems;
    }

    @Nullable
    Object bind(Class<?> type, Node node, Place place) {
        if (!(node instanceof MappingNode mapping)) {
            return binder.wrongKind(node, place, "a mapping");
        }
        Entries entries = new Entries(mapping, place, document, problems);
        List<RecordKey> keys = RecordKey.of(type);
        entries.reportUnknown(names(keys));
        RecordDraft draft = new RecordDraft(type, problems);
        keys.forEach(key -> bindKey(draft, key, entries, place));
        return draft.build(place);
    }

    /** Binds a mapping with one key that names the kind next to the shared keys, or the bare name of a kind without keys. */
    @Nullable
    Object bindKind(Class<?> sealedType, Node node, Place place) {
        Kinds kinds = Kinds.of(sealedType);
        if (node instanceof ScalarNode scalar) {
            Class<?> kind = kinds.byName().get(scalar.getValue());
            return kind != null && RecordKey.of(kind).isEmpty()
                    ? new RecordDraft(kind, problems).build(place)
                    : binder.wrongKind(node, place, forms(kinds));
        }
        if (!(node instanceof MappingNode mapping)) {
            return binder.wrongKind(node, place, forms(kinds));
        }
        Entries entries = new Entries(mapping, place, document, problems);
        Set<String> known = names(kinds.shared());
        known.addAll(kinds.byName().keySet());
        boolean unknown = entries.reportUnknown(known);
        List<String> named =
                entries.names().stream().filter(kinds.byName()::containsKey).toList();
        if (named.size() == 1) {
            return bindKind(kinds, named.get(0), entries, place);
        }
        if (named.size() > 1) {
            String both = String.join(" and ", named);
            problems.add(
                    place.path(), place.origin(), "Invalid " + place.name() + ": " + both + " (must be one of them)");
        } else if (!unknown) {
            String all = Scalars.either(List.copyOf(kinds.byName().keySet()));
            problems.add(place.path(), place.origin(), "Missing required " + place.name() + "." + all);
        }
        return null;
    }

    private @Nullable Object bindKind(Kinds kinds, String name, Entries outer, Place place) {
        Class<?> kind = kinds.byName().get(name);
        if (kind == null) {
            return null;
        }
        RecordDraft draft = new RecordDraft(kind, problems);
        kinds.shared().forEach(key -> bindKey(draft, key, outer, place));
        List<RecordKey> own = kinds.own(kind);
        Node value = outer.value(name);
        Place inner = outer.place(name);
        binder.remember(inner);
        if (value instanceof MappingNode mapping) {
            Entries entries = new Entries(mapping, inner, document, problems);
            entries.reportUnknown(names(own));
            own.forEach(key -> bindKey(draft, key, entries, inner));
        } else if (own.size() == 1) {
            RecordKey key = own.get(0);
            Place at = new Place(
                    inner.path(),
                    inner.origin(),
                    List.of(key.key().runVariables()),
                    key.key().file());
            draft.put(key, binder.bind(key.type(), value, at), at);
        } else if (!own.isEmpty() || !Document.isNull(value)) {
            return binder.wrongKind(value, inner, "a mapping");
        }
        return draft.build(place);
    }

    private void bindKey(RecordDraft draft, RecordKey key, Entries entries, Place place) {
        Node node = entries.find(key.name());
        boolean empty = node instanceof ScalarNode scalar
                && Document.isNull(node)
                && !Binder.isNullConstant(key.type(), scalar);
        if (node == null || empty) {
            draft.putMissing(key, place);
            return;
        }
        Place at = place.key(key, entries.place(key.name()).origin());
        draft.put(key, binder.bind(key.type(), node, at), at);
    }

    private static String forms(Kinds kinds) {
        List<String> forms = new ArrayList<>();
        kinds.byName().forEach((name, kind) -> forms.add(RecordKey.of(kind).isEmpty() ? name : "{" + name + ": ...}"));
        return Scalars.either(forms);
    }

    private static Set<String> names(List<RecordKey> keys) {
        Set<String> names = new LinkedHashSet<>();
        keys.forEach(key -> names.add(key.name()));
        return names;
    }
}
