/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.report.Json;
import java.io.PrintWriter;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Rows as the bulk interface of OpenSearch takes them: two lines of JSON for each, what to do and the document.
 *
 * @param index where they go
 * @param keys the columns that make a document's id, so that the same row sent again changes nothing; none: OpenSearch makes ids up
 */
public record BulkLines(String index, List<String> keys) implements Serializable {
    private static final String SEPARATOR = "|";

    public BulkLines {
        keys = List.copyOf(keys);
    }

    /**
     * Returns the lines of each row, without the end of the second one.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if a key is no column
     */
    public Dataset<String> of(Dataset<Row> rows) {
        requireKeys(rows);
        // A function and no expression: an id is made of the words of the document itself, as its reader sees them.
        return JsonRows.of(rows).map((MapFunction<String, String>) this::line, Encoders.STRING());
    }

    /** Writes the lines. */
    public void write(Dataset<Row> rows, PrintWriter out) {
        of(rows).toLocalIterator().forEachRemaining(lines -> out.print(lines + "\n"));
    }

    private String line(String document) {
        ObjectNode target = JsonNodeFactory.instance.objectNode().put("_index", index);
        if (!keys.isEmpty()) {
            JsonNode row = Json.read(document, JsonNode.class);
            target.put("_id", keys.stream().map(key -> row.path(key).asText()).collect(Collectors.joining(SEPARATOR)));
        }
        return Json.line(JsonNodeFactory.instance.objectNode().set("index", target)) + "\n" + document;
    }

    private void requireKeys(Dataset<Row> rows) {
        List<String> columns = Arrays.asList(rows.columns());
        for (String key : keys) {
            if (!columns.contains(key)) {
                throw new SalternException(
                        ExitCode.USAGE,
                        "Invalid --id: " + key + " (must be a column of the answer: " + String.join(", ", columns)
                                + ")");
            }
        }
    }
}
