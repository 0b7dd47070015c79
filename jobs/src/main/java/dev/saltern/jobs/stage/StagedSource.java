/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.transforms.skew.detect.KeySketch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A source after staging.
 *
 * @param name of the source
 * @param kept the rows that go on, with the columns of {@link StagedSchema}; reads staged files, in no order
 * @param setAside the corrupt and the quarantined rows: source STRING, file STRING, line BIGINT (NULL where unknown), original STRING,
 *     rule_ids ARRAY of STRING, reasons ARRAY of STRING, and the partition columns of the run, never NULL: the row's own period if the run
 *     claims it, else the period of its file, else the first of the run
 * @param dropped the dropped rows, in the same columns
 * @param account what became of the records
 * @param unreadable the files that were skipped
 * @param drifts where files differ from the schema
 * @param late for each file how many of its rows belong to which earlier period within the lookback, by its first day
 * @param sketches how the kept rows spread over each list of keys that was asked for
 */
public record StagedSource(
        String name,
        Dataset<Row> kept,
        Dataset<Row> setAside,
        Dataset<Row> dropped,
        SourceAccount account,
        List<UnreadableFile> unreadable,
        List<Drift> drifts,
        Map<String, Map<LocalDate, Long>> late,
        Map<List<String>, KeySketch> sketches) {
    public StagedSource {
        unreadable = List.copyOf(unreadable);
        drifts = List.copyOf(drifts);
        late = Map.copyOf(late);
        sketches = Map.copyOf(sketches);
    }
}
