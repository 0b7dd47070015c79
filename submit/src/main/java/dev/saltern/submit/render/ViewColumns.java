/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.submit.ddl.DdlColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a table in the words of Athena, from the words of Spark. */
final class ViewColumns {
    private static final Pattern COLUMN = Pattern.compile(
            "(?s)\\s*(?:`((?:[^`]|``)+)`|([^\\s:`]+))\\s*:?\\s+?(.*?)(?:\\s+COMMENT\\s+'((?:[^'\\\\]|\\\\.)*)')?\\s*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("string", "varchar"),
            Map.entry("tinyint", "tinyint"),
            Map.entry("smallint", "smallint"),
            Map.entry("int", "integer"),
            Map.entry("integer", "integer"),
            Map.entry("bigint", "bigint"),
            Map.entry("float", "real"),
            Map.entry("double", "double"),
            Map.entry("boolean", "boolean"),
            Map.entry("date", "date"),
            Map.entry("timestamp", "timestamp(3)"),
            Map.entry("timestamp_ntz", "timestamp(3)"),
            Map.entry("binary", "varbinary"));

    private ViewColumns() {}

    /**
     * A column of a view.
     *
     * @param name what it is called
     * @param expression where its value is found in the table
     * @param type its type in Athena
     * @param comment what it is, or the empty text
     */
    record Column(String name, String expression, String type, String comment) {}

    /** Reads a list of columns in DDL; the members of structures become columns of their own. */
    static List<Column> of(String ddl) {
        List<Column> columns = new ArrayList<>();
        add("", "", ddl, columns);
        return columns;
    }

    private static void add(String prefix, String path, String ddl, List<Column> into) {
        for (String text : DdlColumns.split(ddl)) {
            Matcher matcher = COLUMN.matcher(path.isEmpty() ? text : text.replaceFirst(":", " "));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Cannot read column " + text.strip());
            }
            String own = matcher.group(1) == null
                    ? matcher.group(2)
                    : matcher.group(1).replace("``", "`");
            String type =
                    matcher.group(3).replaceFirst("(?i)\\s+NOT\\s+NULL\\b", "").strip();
            String expression = (path.isEmpty() ? "" : path + ".") + "\"" + own.toLowerCase(Locale.ROOT) + "\"";
            String lower = type.toLowerCase(Locale.ROOT);
            if (lower.startsWith("struct<")) {
                add(prefix + own + "_", expression, type.substring("struct<".length(), type.length() - 1), into);
            } else {
                String comment = matcher.group(4) == null
                        ? ""
                        : matcher.group(4).replace("\\'", "'").replace("\n", " ");
                into.add(column(prefix + own, expression, lower, comment));
            }
        }
    }

    private static Column column(String name, String expression, String type, String comment) {
        if (type.startsWith("decimal")) {
            return new Column(name, expression, type, comment);
        }
        if (type.startsWith("array<") || type.startsWith("map<")) {
            return new Column(name, "json_format(CAST(" + expression + " AS json))", "varchar", comment);
        }
        return new Column(name, expression, TYPES.getOrDefault(type, "varchar"), comment);
    }
}
