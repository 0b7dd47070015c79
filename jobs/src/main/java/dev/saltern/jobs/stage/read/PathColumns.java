/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Columns whose values stand in the file's path: the named groups of a regular expression. Names may hold underscores. */
public final class PathColumns {
    private static final Pattern GROUP_NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)>");

    private final @Nullable Pattern pattern;
    private final List<String> names = new ArrayList<>();

    private PathColumns(@Nullable String regex) {
        pattern = regex == null ? null : Pattern.compile(withPlainNames(regex));
    }

    /**
     * Returns the columns of a regular expression; none for null.
     *
     * @throws IllegalArgumentException if it is no regular expression, or names a group twice
     */
    public static PathColumns of(@Nullable String regex) {
        try {
            return new PathColumns(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "Invalid columns-from-path: " + regex + " (must be a regular expression: " + e.getDescription()
                            + ")",
                    e);
        }
    }

    /** Returns the names of the columns in the order of the groups. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Returns the text that the path has for one of the columns. */
    public Optional<String> find(String column, String path) {
        byte[] text = values(path).get(column);
        return text == null ? Optional.empty() : Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    /** Returns the text of each group that the first match in the path has; empty if it does not match. */
    Map<String, byte[]> values(String path) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        Matcher matcher = pattern == null ? null : pattern.matcher(path);
        if (matcher != null && matcher.find()) {
            for (int i = 0; i < names.size(); i++) {
                String text = matcher.group("g" + i);
                if (text != null) {
                    values.put(names.get(i), text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    /** Replaces the names of the groups by names that Java allows: no underscores there. */
    private String withPlainNames(String regex) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            Matcher name = GROUP_NAME.matcher(regex);
            if (regex.charAt(i) == '\\' && i + 1 < regex.length()) {
                boolean reference = regex.startsWith("k<", i + 1);
                if (reference && name.region(i + 3, regex.length()).lookingAt() && names.contains(name.group(1))) {
                    plain.append("\\k<g").append(names.indexOf(name.group(1))).append('>');
                    i = name.end() - 1;
                } else {
                    plain.append(regex, i, i + 2);
                    i++;
                }
            } else if (regex.startsWith("(?<", i)
                    && name.region(i + 3, regex.length()).lookingAt()) {
                plain.append("(?<g").append(names.size()).append('>');
                addName(name.group(1), regex);
                i = name.end() - 1;
            } else {
                plain.append(regex.charAt(i));
            }
        }
        return plain.toString();
    }

    private void addName(String name, String regex) {
        if (names.contains(name)) {
            throw new PatternSyntaxException("Named group <" + name + "> is already defined", regex, -1);
        }
        names.add(name);
    }
}
