/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.report.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows as the bulk interface of OpenSearch takes them: two lines of JSON for each, what to do and the document.
 *
 * @param index where they go
 * @param keys the columns that make a document's id, so that the same row sent again changes nothing; none: OpenSearch makes ids up
 */
public record BulkLines(String index, List<String> keys) {
    private static final String SEPARATOR = "|";

    public BulkLines {
        keys = List.copyOf(keys);
    }

    /**
     * Writes the lines.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if a key is no column
     */
    void write(Dataset<Row> rows, PrintWriter out) {
        List<String> columns = Arrays.asList(rows.columns());
        for (String key : keys) {
            if (!columns.contains(key)) {
                throw new SalternException(
                        ExitCode.USAGE,
                        "Invalid --id: " + key + " (must be a column of the answer: " + String.join(", ", columns)
                                + ")");
            }
        }
        Iterator<String> all = Question.objects(rows).toLocalIterator();
        while (all.hasNext()) {
            String document = all.next();
            ObjectNode target = JsonNodeFactory.instance.objectNode().put("_index", index);
            if (!keys.isEmpty()) {
                JsonNode row = Json.read(document, JsonNode.class);
                target.put(
                        "_id", keys.stream().map(key -> row.path(key).asText()).collect(Collectors.joining(SEPARATOR)));
            }
            out.print(Json.line(JsonNodeFactory.instance.objectNode().set("index", target)) + "\n" + document + "\n");
        }
    }
}
