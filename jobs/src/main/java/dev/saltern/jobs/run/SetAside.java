/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** The rows that were set aside in a run, from all sources and outputs, in the columns of the quarantine table without its run id. */
final class SetAside {
    private final List<Dataset<Row>> frames = new ArrayList<>();
    private long rows;

    /** Adds a frame that holds so many rows. */
    void add(Dataset<Row> frame, long count) {
        if (count > 0) {
            frames.add(frame);
            rows += count;
        }
    }

    /** Returns how many rows were set aside. */
    long rows() {
        return rows;
    }

    /**
     * Returns all frames as one, in the columns of the quarantine table, or empty if no row was set aside. Rows whose partition is not
     * known, or not claimed, are filed under the first period of the scope.
     */
    Optional<Dataset<Row>> frame(TableSpec quarantine, Scope scope, String runId) {
        Map<String, String> first = quarantine.partitioning().values(scope.from());
        return frames.stream()
                .map(frame -> frame.select(Arrays.stream(quarantine.schema().fields())
                        .map(field -> column(field, frame, first, runId)
                                .cast(field.dataType())
                                .as(field.name()))
                        .toArray(Column[]::new)))
                .reduce(Dataset::unionByName);
    }

    private static Column column(StructField field, Dataset<Row> frame, Map<String, String> first, String runId) {
        if (field.name().equals("run_id")) {
            return functions.lit(runId);
        }
        String value = first.get(field.name());
        if (value == null) {
            return functions.col(field.name());
        }
        boolean has = Arrays.asList(frame.columns()).contains(field.name());
        Column otherwise = functions.lit(value).cast(field.dataType());
        return has ? functions.coalesce(functions.col("`" + field.name() + "`"), otherwise) : otherwise;
    }
}
