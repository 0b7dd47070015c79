/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.schema.RecordKey;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds snippets of YAML to one record. */
final class Mapped {
    private Mapped() {}

    static <T> T bind(Class<T> type, String yaml) {
        Problems problems = new Problems("snippet.yaml");
        Document parsed = YamlReader.parse(yaml);
        Document document = new Document(Path.of("snippet.yaml"), yaml.lines().toList(), parsed.root());
        T bound = new Binder(document, new Substitution(Map.of(), Set.of()), problems).bindRoot(type);
        problems.throwIfAny();
        return bound;
    }

    /** Asserts that the two records differ in every component that has a default or may be left out. */
    static void assertAllDiffer(Record defaults, Record full) {
        assertThat(full).isInstanceOf(defaults.getClass());
        List<RecordKey> keys = RecordKey.of(full.getClass());
        RecordComponent[] components = full.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (!keys.get(i).isRequired()) {
                assertThat(value(components[i], full))
                        .as(keys.get(i).name())
                        .isNotNull()
                        .isNotEqualTo(value(components[i], defaults));
            }
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
