/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import dev.saltern.conf.Key;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of a mapping in a file that people write, as a record's component declares it.
 *
 * @param name the key as people write it
 * @param component the component's name
 * @param type the component's type
 * @param key what the component declares
 * @param nullable whether the component is null when the key is left out
 */
public record RecordKey(String name, String component, Type type, Key key, boolean nullable) {
    /** Returns the keys of a record in the order of its components; throws {@link IllegalStateException} if one lacks {@link Key}. */
    public static List<RecordKey> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordKey::of).toList();
    }

    /** Returns whether the type is a record that is written as a mapping; other records parse themselves from a text. */
    public static boolean isDeclared(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(component -> component.isAnnotationPresent(Key.class));
    }

    private static RecordKey of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException("Missing @Key on " + component.getDeclaringRecord() + "." + component);
        }
        String name = key.name().isEmpty() ? KebabCase.of(component.getName()) : key.name();
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new RecordKey(name, component.getName(), component.getGenericType(), key, nullable);
    }

    /** Returns whether the value is a list or a mapping by free keys. */
    public boolean isCollection() {
        return type instanceof ParameterizedType;
    }

    /** Returns whether a default stands in when the key is left out. */
    public boolean hasDefault() {
        return !key.defaultValue().isEmpty();
    }

    /** Returns whether the key must be there. */
    public boolean isRequired() {
        return key.required() || (!nullable && !hasDefault() && !isCollection());
    }
}
