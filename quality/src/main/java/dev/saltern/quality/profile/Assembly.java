/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** Puts the profile of a table together from what the passes found. */
final class Assembly {
    private static final int MAX_HEAVY = 5;
    /** Without key columns asked for, a column is told of where one value has this share of all rows. */
    private static final double SKEWED = 0.2;
    /** Fewer values than that are no key to join or group by. */
    private static final int MIN_KEY_VALUES = 20;

    private final List<StructField> fields;
    private final TableSketch sketch;
    private final TableCount count;
    private final ProfileOptions options;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final List<CandidateKey> keys = new ArrayList<>();
    private @Nullable Long duplicateRows;
    private int passes = 2;

    Assembly(List<StructField> fields, TableSketch sketch, TableCount count, ProfileOptions options, String zone) {
        this.fields = fields;
        this.sketch = sketch;
        this.count = count;
        this.options = options;
        for (int i = 0; i < fields.size(); i++) {
            Figures figures = new Figures(sketch.columns.get(i), count.columns.get(i), sketch.rows, zone);
            columns.add(figures.profile(fields.get(i).name()));
        }
    }

    /** Returns the places of the key columns asked for that can be compared. */
    List<Integer> askedKey() {
        List<Integer> asked =
                options.keys().stream().map(this::place).distinct().toList();
        boolean comparable =
                asked.stream().allMatch(i -> sketch.columns.get(i).cell.kind() != ColumnKind.OPAQUE);
        return comparable ? asked : List.of();
    }

    private int place(String name) {
        return fields.stream().map(StructField::name).toList().indexOf(name);
    }

    /** Takes what was verified; the number of distinct rows stands last where duplicates were counted. */
    void verified(List<List<Integer>> candidates, List<Long> distinct, boolean duplicates) {
        passes++;
        List<Integer> asked = askedKey();
        for (int i = 0; i < candidates.size(); i++) {
            List<Integer> candidate = candidates.get(i);
            boolean complete = candidate.stream().allMatch(place -> sketch.columns.get(place).nulls == 0);
            boolean unique = distinct.get(i) == sketch.rows;
            if (candidate.size() == 1 && complete) {
                columns.set(candidate.get(0), columns.get(candidate.get(0)).withDistinct(distinct.get(i)));
            }
            if ((unique && sketch.rows > 1) || candidate.equals(asked)) {
                List<String> names = candidate.stream()
                        .map(place -> fields.get(place).name())
                        .toList();
                keys.add(new CandidateKey(names, distinct.get(i), unique, complete));
            }
        }
        if (duplicates) {
            duplicateRows = sketch.rows - distinct.get(candidates.size());
        }
    }

    /** Returns the profile; a negative number of rows of the table says that all of them were looked at. */
    Profile profile(long tableRows, @Nullable PartitionSizes partitions) {
        boolean sampled = tableRows >= 0;
        String method = sampled
                ? "the " + sketch.rows + " rows with the smallest xxhash64 of the seed and all columns"
                : "every row";
        String zeroFailures = sampled
                ? "0 of " + sketch.rows + " failed, 95 % upper bound 3/" + sketch.rows
                : "0 of " + sketch.rows + " failed, every row looked at";
        Provenance provenance = new Provenance(
                sampled,
                method,
                sampled ? options.seed() : null,
                sketch.rows,
                sampled ? tableRows : sketch.rows,
                passes + (partitions == null ? 0 : 1) + (sampled ? 2 : 0),
                SmallestHashes.STANDARD_ERROR,
                LogBuckets.RELATIVE_ERROR,
                1.0 / FrequentTexts.KEPT,
                zeroFailures);
        return new Profile(provenance, columns, duplicateRows, keys, skew(), correlations(), partitions);
    }

    private List<Skew> skew() {
        return columns.stream()
                .filter(column -> options.keys().isEmpty()
                        ? isSkewed(column)
                        : options.keys().contains(column.name()))
                .map(column -> new Skew(column.name(), heavy(column)))
                .toList();
    }

    private static boolean isSkewed(ColumnProfile column) {
        boolean key = column.numbers() == null || column.numbers().whole();
        List<Frequency> heavy = heavy(column);
        return key
                && column.distinct() >= MIN_KEY_VALUES
                && !heavy.isEmpty()
                && heavy.get(0).share() >= SKEWED;
    }

    private static List<Frequency> heavy(ColumnProfile column) {
        List<Frequency> heavy = new ArrayList<>(column.top());
        if (column.nulls() > 0) {
            heavy.add(new Frequency("NULL", column.nulls(), (double) column.nulls() / column.rows()));
        }
        return heavy.stream()
                .sorted(Comparator.comparingLong(Frequency::rows).reversed())
                .limit(MAX_HEAVY)
                .toList();
    }

    private List<Correlation> correlations() {
        return count.numbers.stream()
                .filter(pair -> pair.correlation() != null)
                .map(pair -> new Correlation(
                        fields.get(pair.first).name(),
                        fields.get(pair.second).name(),
                        Objects.requireNonNull(pair.correlation()),
                        pair.count()))
                .filter(correlation -> Math.abs(correlation.pearson()) >= options.minCorrelation())
                .sorted(Comparator.comparingDouble(correlation -> -Math.abs(correlation.pearson())))
                .toList();
    }
}
