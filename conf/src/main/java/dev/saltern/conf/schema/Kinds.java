/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds that a sealed interface permits, as people write them: one key names the kind, next to the keys that all kinds share.
 *
 * @param byName each permitted record, by the key that names it: {@code moving-average} for {@code MovingAverageStep}
 * @param shared the keys that all kinds share
 */
public record Kinds(Map<String, Class<?>> byName, List<RecordKey> shared) {
    public Kinds {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        shared = List.copyOf(shared);
    }

    /** Returns the kinds of a sealed interface whose permitted types are records. */
    public static Kinds of(Class<?> sealedType) {
        Map<String, Class<?>> byName = new LinkedHashMap<>();
        for (Class<?> permitted : sealedType.getPermittedSubclasses()) {
            byName.put(nameOf(sealedType, permitted), permitted);
        }
        List<Class<?>> records = List.copyOf(byName.values());
        List<RecordKey> shared = RecordKey.of(records.get(0)).stream()
                .filter(key -> records.stream().allMatch(type -> hasKey(type, key.name())))
                .toList();
        return new Kinds(byName, shared);
    }

    /** Returns the key that names the permitted record. */
    public static String nameOf(Class<?> sealedType, Class<?> permitted) {
        String suffix = sealedType.getSimpleName();
        String name = permitted.getSimpleName();
        return KebabCase.of(name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name);
    }

    /** Returns the keys of the kind that not all kinds share. */
    public List<RecordKey> own(Class<?> kind) {
        List<String> sharedNames = shared.stream().map(RecordKey::name).toList();
        return RecordKey.of(kind).stream()
                .filter(key -> !sharedNames.contains(key.name()))
                .toList();
    }

    private static boolean hasKey(Class<?> type, String name) {
        return RecordKey.of(type).stream().anyMatch(key -> key.name().equals(name));
    }
}
