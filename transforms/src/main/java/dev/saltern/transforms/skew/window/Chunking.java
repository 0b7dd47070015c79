/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.Problems;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.SkewReceipt;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the hot series of a table into chunks, if that pays.
 *
 * @param rows the table
 * @param series columns that tell series apart, as the table spells them; none: one series
 * @param order column that orders a series
 * @param need what the function needs of the chunks
 * @param as name of the column to be added later
 */
record Chunking(Dataset<Row> rows, List<String> series, StructField order, Need need, String as) {
    /** Series that a receipt tells of one by one, the heaviest. */
    private static final int MAX_TOLD = 5;

    /**
     * What a function needs.
     *
     * @param reach how far a chunk has to see
     * @param total aggregate of what runs on from chunk to chunk; null if nothing does
     * @param refusal why the function cannot be computed in chunks; null if it can
     */
    record Need(
            Reach reach, @Nullable Column total, @Nullable String refusal) {}

    /**
     * What came of it.
     *
     * @param chunked the table in chunks; null if it is left whole
     * @param receipt what was done and why
     */
    record Outcome(@Nullable Chunked chunked, SkewReceipt receipt) {}

    /**
     * Decides, looks at the hot rows in two jobs if there are any worth it, and describes the table in chunks.
     *
     * @param measured how the rows spread over the series; null if not measured
     * @param mode who decides
     * @param slots what the query runs on
     */
    Outcome cut(@Nullable KeySpread measured, SkewMode mode, Slots slots) {
        // Without columns to tell series apart all rows are one, whatever columns were measured.
        KeySpread spread = measured != null && series.isEmpty()
                ? new KeySpread(List.of(), measured.rows(), 0, List.of())
                : measured;
        List<KeySpread> spreads = measured == null ? List.of() : List.of(measured);
        List<String> keys =
                spread == null ? List.of() : new Problems("cut").requireKeys(new Input(rows, "input"), spread.keys());
        boolean isBySeries = spread != null
                && keys.size() == spread.keys().size()
                && new HashSet<>(keys).equals(new HashSet<>(series));
        Optional<Column> place = Place.of(order);
        ChunkChoice choice = new ChunkLadder(slots, need.reach().rows())
                .choose(mode, spread, isBySeries, place.isPresent() ? need.refusal() : noPlace());
        if (choice.series().isEmpty()) {
            return whole(choice.reason(), choice.declined(), spreads);
        }
        Column hash = keys.isEmpty()
                ? lit(0L)
                : xxhash64(keys.stream().map(Input::column).toArray(Column[]::new));
        return measure(choice, keys, hash, place.orElseThrow(), spreads, slots);
    }

    private Outcome measure(
            ChunkChoice choice, List<String> keys, Column hash, Column place, List<KeySpread> spreads, Slots slots) {
        Map<Long, SeriesGrid> grids =
                new ChunkMeasure(rows, hash, place, need.total()).grids(choice.series(), choice.chunkRows());
        Cutter cutter = new Cutter(choice.chunkRows(), choice.maxCopied(), need.reach());
        Placement placement = new Placement(slots.partitions());
        Map<Long, SeriesChunks> chunks = new HashMap<>();
        List<String> done = new ArrayList<>(List.of(choice.reason()));
        List<String> declined = new ArrayList<>(choice.declined());
        long copied = 0;
        int untold = 0;
        for (Series hot : choice.series()) {
            SeriesGrid grid = grids.get(hot.hash());
            if (grid == null) {
                declined.add("chunk " + hot.text() + ": it has no rows");
                continue;
            }
            Cutter.Cut cut = cutter.cut(hot, grid);
            if (cut.chunks() == null) {
                declined.add(cut.text());
                continue;
            }
            chunks.put(hot.hash(), cut.chunks().labelled(labels(placement, hot, keys, cut.rows())));
            copied += cut.copied();
            if (chunks.size() <= MAX_TOLD) {
                done.add(cut.text());
            } else {
                untold++;
            }
        }
        if (untold > 0) {
            done.add(untold + " lighter series are cut likewise");
        }
        if (chunks.isEmpty()) {
            return whole(choice.reason(), declined, spreads);
        }
        SkewReceipt receipt = new SkewReceipt(Treatment.CHUNK, String.join("; ", done), declined, spreads, copied);
        return new Outcome(chunked(hash, place, new ChunkTable(chunks)), receipt);
    }

    private List<Integer> labels(Placement placement, Series hot, List<String> keys, List<Long> chunkRows) {
        List<Object> values = new ArrayList<>();
        List<DataType> types = new ArrayList<>();
        for (String name : series) {
            values.add(hot.values().get(keys.indexOf(name)));
            types.add(rows.schema().apply(name).dataType());
        }
        return placement.labels(values, types, chunkRows);
    }

    private Chunked chunked(Column hash, Column place, ChunkTable table) {
        String seen = unused("seen");
        String chunk = unused("chunk");
        String copy = unused("copy");
        Column label = Input.column(seen);
        Dataset<Row> exploded = rows.withColumn(seen, explode(table.seeing(hash, place)))
                .withColumn(chunk, when(label.lt(0), lit(-1).minus(label)).otherwise(label))
                .withColumn(copy, label.lt(0))
                .drop(label);
        return new Chunked(exploded, hash, chunk, copy, table);
    }

    private String unused(String name) {
        boolean isTaken =
                as.equalsIgnoreCase(name) || Arrays.stream(rows.columns()).anyMatch(name::equalsIgnoreCase);
        return isTaken ? unused(name + "_") : name;
    }

    private String noPlace() {
        return "the order column '" + order.name() + "' is " + order.dataType().catalogString()
                + ", which has no quantiles to cut at";
    }

    private static Outcome whole(String reason, List<String> declined, List<KeySpread> spreads) {
        return new Outcome(null, new SkewReceipt(Treatment.NONE, reason, declined, spreads, 0));
    }
}
