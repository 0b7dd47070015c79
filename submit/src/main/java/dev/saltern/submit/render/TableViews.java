/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.submit.render.ViewColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Views of the tables as tools such as QuickSight want them: wide, with one plain type for each column, structures laid flat, and a word on
 * what each column is; and how Redshift sees the same tables.
 */
public final class TableViews {
    private TableViews() {}

    /**
     * Returns a view of each table.
     *
     * @param plan what {@code saltern plan --json} says
     */
    public static List<NamedQuery> of(JsonNode plan, String database) {
        List<NamedQuery> views = new ArrayList<>();
        for (JsonNode write : plan.path("writes")) {
            String table = write.path("table").asText();
            List<Column> columns = ViewColumns.of(write.path("columns").asText());
            views.add(new NamedQuery(
                    table + " view",
                    "Makes the view " + table + "_wide, for QuickSight",
                    view(database, table, columns)));
        }
        return views;
    }

    /** Returns the statement by which Redshift Spectrum reads all tables of the database where they lie. */
    public static String spectrum(String database, String region, String role) {
        return "CREATE EXTERNAL SCHEMA IF NOT EXISTS " + quoted(database) + "\nFROM DATA CATALOG DATABASE '" + database
                + "'\nREGION '" + region + "'\nIAM_ROLE '" + role + "'";
    }

    private static String view(String database, String table, List<Column> columns) {
        String list = columns.stream()
                .map(column -> (column.comment().isEmpty() ? "" : "  -- " + column.comment() + "\n") + "  CAST("
                        + column.expression() + " AS " + column.type() + ") AS " + quoted(column.name()))
                .collect(Collectors.joining(",\n"));
        return "CREATE OR REPLACE VIEW " + quoted(database) + "." + quoted(table + "_wide") + " AS\nSELECT\n" + list
                + "\nFROM " + quoted(database) + "." + quoted(table);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
