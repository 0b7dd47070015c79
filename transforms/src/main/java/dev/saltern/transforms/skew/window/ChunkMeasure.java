/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rows of the series to cut, in two jobs that read only the columns named here and combine before they
 * shuffle.
 *
 * @param rows the table
 * @param hash {@code BIGINT}, the hash of the series
 * @param place {@code DOUBLE}, the place in the series
 * @param total aggregate of what runs on from chunk to chunk; null if nothing does
 */
record ChunkMeasure(
        Dataset<Row> rows,
        Column hash,
        Column place,
        @Nullable Column total) {
    private static final String JOB_DESCRIPTION = "spark.job.description";
    /** Pieces per chunk, so that a reach of few rows copies few: about 1/16 of a chunk. */
    private static final long PIECES_PER_CHUNK = 16;

    private static final long MAX_PIECES = 4_096;
    /**
     * Least accuracy of the quantiles. They are off by a piece at most, and what lies between them is counted: one task merges
     * what all others found, in a quarter of a second at Spark's 10,000.
     */
    private static final int MIN_ACCURACY = 1_000;

    /**
     * Finds approximate quantiles of each series, then counts exactly between them.
     *
     * @param series what to look at, the longest first
     * @param chunkRows rows that a chunk is to have
     * @return the grids by hash; none for a series without rows
     */
    Map<Long, SeriesGrid> grids(List<Series> series, long chunkRows) {
        long chunks = Math.max(1, series.get(0).rows() / chunkRows);
        int pieces = (int) Math.max(2, Math.min(MAX_PIECES, chunks * PIECES_PER_CHUNK));
        Object[] hashes = series.stream().map(Series::hash).distinct().toArray();
        Dataset<Row> hot = rows.filter(hash.isin(hashes));
        Map<Long, Borders> borders = new HashMap<>();
        String cut = "windows 1/2: find where to cut " + hashes.length + " long series";
        for (Row row : run(quantiles(hot, pieces), cut)) {
            borders.put(row.getLong(0), row.isNullAt(1) ? new Borders(new double[0]) : borders(row.getList(1)));
        }
        return counted(hot, borders);
    }

    private Dataset<Row> quantiles(Dataset<Row> hot, int pieces) {
        double[] shares = IntStream.range(1, pieces)
                .mapToDouble(piece -> (double) piece / pieces)
                .toArray();
        Column finite = when(abs(place).lt(lit(Double.POSITIVE_INFINITY)), place);
        return hot.groupBy(hash.as("hash"))
                .agg(percentile_approx(finite, lit(shares), lit(Math.max(MIN_ACCURACY, pieces))));
    }

    private static Borders borders(List<Double> quantiles) {
        // A zero added makes -0.0 and 0.0 one border.
        return new Borders(quantiles.stream()
                .mapToDouble(quantile -> quantile + 0.0)
                .distinct()
                .toArray());
    }

    private Map<Long, SeriesGrid> counted(Dataset<Row> hot, Map<Long, Borders> borders) {
        Dataset<Row> grouped = total == null
                ? pieces(hot, borders).agg(count(lit(1)))
                : pieces(hot, borders).agg(count(lit(1)), total);
        Map<Long, List<Row>> found = new HashMap<>();
        String counting = "windows 2/2: count the rows between cuts of " + borders.size() + " long series";
        for (Row row : run(grouped, counting)) {
            found.computeIfAbsent(row.getLong(0), ignored -> new ArrayList<>()).add(row);
        }
        Map<Long, SeriesGrid> grids = new HashMap<>();
        borders.forEach((series, at) -> grids.put(series, grid(at, found.getOrDefault(series, List.of()))));
        return grids;
    }

    private RelationalGroupedDataset pieces(Dataset<Row> hot, Map<Long, Borders> borders) {
        Map<Long, Borders> lookup = Map.copyOf(borders);
        // Spark has no expression for a binary search, and a filter over an array looks at every border.
        UDF2<Long, Double, Integer> piece = (series, at) -> {
            Borders known = lookup.get(series);
            return known == null ? 0 : known.upTo(at);
        };
        Column index = udf(piece, DataTypes.IntegerType).apply(hash, place);
        return hot.groupBy(hash.as("series"), index.as("piece"));
    }

    private SeriesGrid grid(Borders borders, List<Row> pieces) {
        int all = borders.count() + 1;
        List<Long> counts = new ArrayList<>(Collections.nCopies(all, 0L));
        List<@Nullable Number> totals = new ArrayList<>(Collections.nCopies(total == null ? 0 : all, null));
        for (Row row : pieces) {
            counts.set(row.getInt(1), row.getLong(2));
            if (total != null) {
                totals.set(row.getInt(1), (Number) row.get(3));
            }
        }
        return new SeriesGrid(borders, counts, totals);
    }

    private List<Row> run(Dataset<Row> aggregated, String description) {
        SparkContext context = rows.sparkSession().sparkContext();
        String before = context.getLocalProperty(JOB_DESCRIPTION);
        context.setJobDescription(description);
        try {
            return aggregated.collectAsList();
        } finally {
            context.setJobDescription(before);
        }
    }
}
