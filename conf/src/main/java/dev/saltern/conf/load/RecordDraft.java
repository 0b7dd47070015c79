/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Text;
import dev.saltern.conf.schema.RecordKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record in the making: values by component, defaults and stand-ins for what is missing or wrong. */
final class RecordDraft {
    private final Class<?> type;
    private final Problems problems;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private boolean incomplete;

    RecordDraft(Class<?> type, Problems problems) {
        this.type = type;
        this.problems = problems;
    }

    /** Puts a bound value, or a stand-in if it is null: the rest of the record is still checked. */
    void put(RecordKey key, @Nullable Object value, Place place) {
        if (value == null || problems.failed(place.path()) || problems.failedWithin(place.path())) {
            incomplete = true;
        } else if (key.isRequired() && isBlank(value)) {
            incomplete = true;
            problems.add(place.path(), place.origin(), "Missing required " + place.name());
        }
        values.put(key.component(), value == null ? standIn(key, place.origin()) : value);
    }

    /** Puts what stands for a key that is left out. */
    void putMissing(RecordKey key, Place owner) {
        if (key.isRequired()) {
            incomplete = true;
            Place place = owner.key(key, owner.origin());
            problems.add(place.path(), place.origin(), "Missing required " + place.name());
        }
        values.put(key.component(), standIn(key, owner.origin()));
    }

    /** Returns the record, or null if it cannot even be made with stand-ins. */
    @Nullable
    Object build(Place place) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = values.get(components[i].getName());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (!incomplete && e.getCause() instanceof IllegalArgumentException cause) {
                problems.add(place.path(), place.origin(), String.valueOf(cause.getMessage()));
                return null;
            }
            if (incomplete) {
                return null;
            }
            throw new IllegalStateException("Cannot make " + type, e);
        } catch (IllegalArgumentException e) {
            if (incomplete) {
                return null;
            }
            throw e;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private static boolean isBlank(Object value) {
        return (value instanceof String text && text.isBlank())
                || (value instanceof Text written && written.text().isBlank())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static @Nullable Object standIn(RecordKey key, Origin origin) {
        if (key.type() instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class ? List.of() : Map.of();
        }
        if (key.nullable()) {
            return null;
        }
        if (key.hasDefault()) {
            return defaultOf(key);
        }
        Class<?> plain = (Class<?>) key.type();
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain == Text.class ? new Text("", origin.file(), origin.line(), origin.column()) : "";
    }

    private static @Nullable Object defaultOf(RecordKey key) {
        Document document = YamlReader.parse(key.key().defaultValue());
        Problems problems = new Problems("default");
        Binder binder = new Binder(document, new Substitution(Map.of(), Set.of()), problems);
        Object value = binder.bind(key.type(), document.root(), Place.root(problems.start()));
        problems.throwIfAny();
        return value;
    }
}
