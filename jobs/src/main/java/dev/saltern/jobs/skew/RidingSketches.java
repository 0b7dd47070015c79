/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;

/** Measures keys while rows are written. */
public final class RidingSketches {
    private RidingSketches() {}

    /**
     * Writes rows and returns a sketch for each list of columns; without a list it only writes.
     *
     * @param write writes the frame that it is given in one job, and returns once that is done
     */
    public static Map<List<String>, KeySketch> during(
            Dataset<Row> rows, List<List<String>> keySets, Consumer<Dataset<Row>> write) {
        Map<List<String>, KeySketch> sketches = new LinkedHashMap<>();
        if (keySets.isEmpty()) {
            write.accept(rows);
            return sketches;
        }
        Slots slots = Slots.of(rows.sparkSession());
        List<Column> columns = new ArrayList<>();
        for (List<String> keys : keySets) {
            columns.add(KeySketch.column(keys, rows.schema(), slots).as("keys" + columns.size()));
        }
        Observation observation = new Observation("saltern keys " + UUID.randomUUID());
        write.accept(rows.observe(
                observation,
                columns.get(0),
                JavaConverters.asScalaBuffer(columns.subList(1, columns.size())).toSeq()));
        Map<String, Object> observed = observed(observation);
        for (int i = 0; i < keySets.size(); i++) {
            byte[] bytes = (byte[]) observed.get("keys" + i);
            sketches.put(keySets.get(i), bytes == null ? KeySketch.EMPTY : KeySketch.of(bytes));
        }
        return sketches;
    }

    private static Map<String, Object> observed(Observation observation) {
        try {
            return observation.getAsJava();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot measure keys: the run was interrupted", e);
        }
    }
}
