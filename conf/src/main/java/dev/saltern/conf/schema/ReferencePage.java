/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import dev.saltern.conf.Limit;
import dev.saltern.conf.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the page that lists every key of a file that people write, with its type, its default and its effect. */
final class ReferencePage {
    private final StringBuilder page = new StringBuilder();
    private final Set<Class<?>> written = new LinkedHashSet<>();

    private ReferencePage() {}

    /** Returns the page in Markdown, with a line end at its end. */
    static String of(Class<?> type, String title, String introduction) {
        ReferencePage reference = new ReferencePage();
        reference
                .page
                .append("# ")
                .append(title)
                .append("\n\n")
                .append(introduction)
                .append('\n');
        reference.record("", type);
        return reference.page.toString();
    }

    private void record(String path, Class<?> type) {
        if (written.add(type)) {
            List<RecordKey> keys = RecordKey.of(type);
            table(path, keys);
            parts(path, keys);
        }
    }

    private void parts(String path, List<RecordKey> keys) {
        for (RecordKey key : keys) {
            String at = (path.isEmpty() ? "" : path + ".") + key.name();
            part(at, key.type());
        }
    }

    private void part(String path, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            boolean list = parameterized.getRawType() == List.class;
            part(path + (list ? "[]" : ".<name>"), arguments[arguments.length - 1]);
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            if (written.add(plain)) {
                Kinds kinds = Kinds.of(plain);
                if (!kinds.shared().isEmpty()) {
                    table(path, kinds.shared());
                }
                kinds.byName().forEach((name, kind) -> kind(path, name, kinds.own(kind)));
            }
        } else if (type instanceof Class<?> plain && RecordKey.isDeclared(plain)) {
            record(path, plain);
        }
    }

    private void kind(String path, String name, List<RecordKey> own) {
        if (own.isEmpty()) {
            return;
        }
        table(path + "." + name, own);
        if (own.size() == 1) {
            page.append("\nShort form: `")
                    .append(name)
                    .append(": <")
                    .append(own.get(0).name())
                    .append(">`.\n");
        }
        parts(path + "." + name, own);
    }

    private void table(String path, List<RecordKey> keys) {
        if (!path.isEmpty()) {
            page.append("\n## `").append(path).append("`\n");
        }
        page.append("\n| Key | Type | Default | Meaning |\n| --- | --- | --- | --- |\n");
        for (RecordKey key : keys) {
            List<String> cells = List.of(
                    "`" + key.name() + "`",
                    type(key.type()),
                    defaultOf(key),
                    key.key().doc());
            page.append(cells.stream()
                    .map(cell -> cell.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
        }
    }

    private static String defaultOf(RecordKey key) {
        if (key.isRequired()) {
            return "required";
        }
        return key.hasDefault() ? "`" + key.key().defaultValue() + "`" : "";
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            String element = type(arguments[arguments.length - 1]);
            return parameterized.getRawType() == List.class ? "list: " + element : "mapping by name: " + element;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> "`" + KebabCase.of((Enum<?>) constant) + "`")
                    .collect(Collectors.joining(", "));
        }
        if (plain.isSealed()) {
            List<String> names = new ArrayList<>();
            Kinds.of(plain).byName().keySet().forEach(name -> names.add("`" + name + "`"));
            return "one of " + String.join(", ", names);
        }
        if (RecordKey.isDeclared(plain)) {
            return "mapping";
        }
        return scalar(plain);
    }

    private static String scalar(Class<?> type) {
        if (type == boolean.class) {
            return "`true`, `false`";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "whole number";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == Limit.class) {
            return "count or share";
        }
        return type == String.class || type == Text.class
                ? "text"
                : KebabCase.of(type.getSimpleName()).replace("-id", "");
    }
}
