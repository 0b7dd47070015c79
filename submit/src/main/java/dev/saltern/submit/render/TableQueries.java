/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Output;
import dev.saltern.conf.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries on the tables that a pipeline publishes, for people who look at them in Athena. */
public final class TableQueries {
    private TableQueries() {}

    /** Returns the queries on every table, and on what was quarantined. */
    public static List<NamedQuery> of(Pipeline pipeline, String database) {
        List<NamedQuery> queries = new ArrayList<>();
        for (Map.Entry<String, Output> output : pipeline.outputs().entrySet()) {
            String table = "\"" + database + "\".\"" + output.getKey() + "\"";
            boolean cut = pipeline.partitioning(output.getValue()).grain() != Grain.NONE;
            String what = output.getValue().description() == null
                    ? "The table " + output.getKey()
                    : String.valueOf(output.getValue().description());
            if (cut) {
                List<String> columns = pipeline.partitioning(output.getValue()).columns();
                String column = columns.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
                String newest = columns.size() == 1 ? column : "ROW(" + column + ")";
                queries.add(new NamedQuery(
                        output.getKey() + " latest",
                        what,
                        "SELECT * FROM " + table + "\nWHERE " + newest + " = (SELECT max(" + newest + ") FROM " + table
                                + ")\nLIMIT 1000"));
                queries.add(new NamedQuery(
                        output.getKey() + " rows by day",
                        "How many rows each partition of " + output.getKey() + " has",
                        "SELECT " + column + ", count(*) AS row_count FROM " + table + "\nGROUP BY " + column
                                + "\nORDER BY " + column));
            } else {
                queries.add(
                        new NamedQuery(output.getKey() + " sample", what, "SELECT * FROM " + table + "\nLIMIT 1000"));
            }
        }
        String set = "\"" + database + "\".\"" + pipeline.quarantineTable() + "\"";
        queries.add(new NamedQuery(
                pipeline.quarantineTable() + " latest",
                "What was set aside, with its file, line, reasons and original text",
                "SELECT * FROM " + set + "\nLIMIT 1000"));
        return queries;
    }
}
