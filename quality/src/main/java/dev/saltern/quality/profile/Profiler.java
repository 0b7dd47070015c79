/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import dev.saltern.quality.internal.Spark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;

/**
 * Tells what a table holds.
 *
 * <p>The rows are read three times: once for all figures of all columns, without a shuffle; once for histograms, frequent values,
 * correlations and pairs of columns that may be keys, without a shuffle; and once, with one shuffle, to verify keys and count
 * duplicate rows, which is left out where there is nothing to verify and on samples. Partition sizes take one grouping more; a
 * sample takes a count and a sort before, and is held in memory or on local disk until the profile is done.
 *
 * <p>Deterministic: it depends on the rows and the options, not on the order, partitions or files of the rows. Sums are exact and
 * rounded once. NULL and NaN are counted apart; -0.0 is 0.0; infinities have no place in minimum, maximum, mean and quantiles.
 */
public final class Profiler {
    private static final String DESCRIPTION = "spark.job.description";
    /** More pairs than that would make the second pass slow. */
    private static final int MAX_NUMBER_PAIRS = 500;

    private final Dataset<Row> source;
    private final ProfileOptions options;

    private Profiler(Dataset<Row> source, ProfileOptions options) {
        this.source = source;
        this.options = options;
    }

    /**
     * Profiles a table of any columns; column names are compared exactly.
     *
     * @throws IllegalArgumentException if an option names a column that the table lacks
     */
    public static Profile profile(Dataset<Row> rows, ProfileOptions options) {
        Set<String> known = new HashSet<>(Arrays.asList(rows.columns()));
        for (List<String> names : List.of(options.columns(), options.keys(), options.partitionColumns())) {
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "Invalid column: " + name + " (must be one of " + String.join(", ", rows.columns()) + ")");
                }
            }
        }
        return new Profiler(rows, options).run();
    }

    private Profile run() {
        StructField[] all = source.schema().fields();
        List<Integer> places = IntStream.range(0, all.length)
                .filter(i -> options.columns().isEmpty()
                        || options.columns().contains(all[i].name())
                        || options.keys().contains(all[i].name()))
                .boxed()
                .toList();
        List<StructField> fields = places.stream().map(i -> all[i]).toList();
        if (options.sampleRows() == 0) {
            return profile(numbered(byPlace(), places), fields, -1);
        }
        long tableRows = described("profile: count the rows of the table", source::count);
        Dataset<Row> sample = numbered(sample(), places).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return profile(sample, fields, tableRows);
        } finally {
            sample.unpersist();
        }
    }

    /** Rows with the smallest hashes: the same ones however the table is cut, and as good as drawn by lot. */
    private Dataset<Row> sample() {
        Dataset<Row> rows = byPlace();
        List<Column> hashed = new ArrayList<>(List.of(functions.lit(options.seed())));
        for (StructField field : rows.schema().fields()) {
            Column column = functions.col(field.name());
            boolean map = field.dataType().existsRecursively(type -> type instanceof MapType);
            hashed.add(map ? functions.to_json(functions.struct(column)) : column);
        }
        int wanted = (int) Math.min(options.sampleRows(), Integer.MAX_VALUE - 1);
        return rows.orderBy(functions.xxhash64(hashed.toArray(Column[]::new))).limit(wanted);
    }

    /** Names may hold anything and repeat; places do not. */
    private Dataset<Row> byPlace() {
        return source.toDF(IntStream.range(0, source.columns().length)
                .mapToObj(i -> "c" + i)
                .toArray(String[]::new));
    }

    private static Dataset<Row> numbered(Dataset<Row> rows, List<Integer> places) {
        Column[] columns = IntStream.range(0, places.size())
                .mapToObj(i -> functions.col("c" + places.get(i)).as("c" + i))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    private Profile profile(Dataset<Row> rows, List<StructField> fields, long tableRows) {
        List<Cell> cells = IntStream.range(0, fields.size())
                .mapToObj(i -> new Cell(i, fields.get(i).dataType()))
                .toList();
        TableSketch sketch = described(
                "profile 1/3: figures of " + cells.size() + " columns",
                () -> Tallying.over(rows, () -> new TableSketch(cells)));
        boolean sampled = tableRows >= 0;
        KeySearch search = new KeySearch(sketch);
        List<ColumnPlan> plans = sketch.columns.stream().map(ColumnPlan::of).toList();
        List<Pair> keys = sampled ? List.of() : search.pairs();
        List<Pair> numbers = numberPairs(plans);
        TableCount count = described(
                "profile 2/3: histograms, frequent values and pairs of columns",
                () -> Tallying.over(rows, () -> new TableCount(plans, keys, numbers)));
        Assembly assembly = new Assembly(
                fields,
                sketch,
                count,
                options,
                Spark.state(source.sparkSession()).conf().sessionLocalTimeZone());
        if (!sampled) {
            verify(rows, search, count, assembly);
        }
        PartitionSizes partitions = options.partitionColumns().isEmpty()
                ? null
                : described(
                        "profile: rows of the partitions",
                        () -> Verification.partitions(source, options.partitionColumns()));
        return assembly.profile(tableRows, partitions);
    }

    private void verify(Dataset<Row> rows, KeySearch search, TableCount count, Assembly assembly) {
        List<List<Integer>> candidates = new ArrayList<>(search.singles());
        candidates.addAll(search.likely(count));
        List<Integer> asked = assembly.askedKey();
        if (!asked.isEmpty() && !candidates.contains(asked)) {
            candidates.add(asked);
        }
        boolean duplicates = options.columns().isEmpty() && Verification.comparesRows(rows);
        List<List<Integer>> sets = new ArrayList<>(candidates);
        if (duplicates) {
            sets.add(IntStream.range(0, rows.schema().size()).boxed().toList());
        }
        if (!sets.isEmpty()) {
            List<Long> distinct = described(
                    "profile 3/3: verify " + candidates.size() + " keys and count duplicate rows",
                    () -> Verification.distinct(rows, sets));
            assembly.verified(candidates, distinct, duplicates);
        }
    }

    private static List<Pair> numberPairs(List<ColumnPlan> plans) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            for (int j = i + 1; j < plans.size() && pairs.size() < MAX_NUMBER_PAIRS; j++) {
                if (plans.get(i).deviation() > 0 && plans.get(j).deviation() > 0) {
                    pairs.add(new Pair(i, j));
                }
            }
        }
        return pairs;
    }

    private <T> T described(String description, Supplier<T> work) {
        SparkContext context = source.sparkSession().sparkContext();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setLocalProperty(DESCRIPTION, description);
        try {
            return work.get();
        } finally {
            context.setLocalProperty(DESCRIPTION, before);
        }
    }
}
