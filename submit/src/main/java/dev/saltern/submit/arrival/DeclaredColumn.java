/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import dev.saltern.submit.ddl.DdlColumns;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a source's schema, as far as a first look needs it.
 *
 * @param name the name
 * @param type the type's first word, in capitals
 * @param required whether it is NOT NULL
 */
record DeclaredColumn(String name, String type, boolean required) {
    private static final Pattern COLUMN = Pattern.compile("(?s)\\s*(?:`([^`]+)`|([^\\s:`]+))\\s*:?\\s*(\\w+)(.*)");
    private static final Pattern REQUIRED = Pattern.compile("(?is).*\\bNOT\\s+NULL\\b.*");

    /** Reads a list of columns in DDL. */
    static List<DeclaredColumn> of(String ddl) {
        List<DeclaredColumn> columns = new ArrayList<>();
        for (String text : DdlColumns.split(ddl.replaceAll("--[^\\n]*", ""))) {
            Matcher column = COLUMN.matcher(text);
            if (column.matches()) {
                String name = column.group(1) == null ? column.group(2) : column.group(1);
                columns.add(new DeclaredColumn(
                        name,
                        column.group(3).toUpperCase(Locale.ROOT),
                        REQUIRED.matcher(column.group(4)).matches()));
            }
        }
        return columns;
    }

    /** Returns whether a cell can be a value of it; types whose text may have any form fit in any case. */
    boolean fits(String cell) {
        try {
            switch (type) {
                case "TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "LONG" -> {
                    long unused = Long.parseLong(cell.strip());
                }
                case "FLOAT", "REAL", "DOUBLE", "DECIMAL" -> {
                    double unused = Double.parseDouble(cell.strip());
                }
                case "DATE" -> {
                    var unused = LocalDate.parse(cell.strip());
                }
                default -> {
                    return true;
                }
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }
}
