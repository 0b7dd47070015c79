/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One pass over the columns that rules name, in generated code.
 *
 * <p>Each rule adds a sum to the aggregate. Where there are many, those about rows are counted by a histogram of the row mask
 * instead: nearly every row has the mask 0, one hash lookup stands for all sums, and the count of each rule follows exactly.
 */
final class Pass {
    /** With so many rules on rows a lookup costs less than their sums. */
    static final int HISTOGRAM_FROM = 40;

    /** Clean rows have one mask, and dirty ones some hundreds; so many take a few megabytes of the driver. */
    private static final int MAX_MASKS = 20_000;

    private Pass() {}

    static Map<Check, Tally> count(Dataset<Row> rows, List<Check.Scanned> checks) {
        List<Check.OnRow> masked = checks.stream()
                .filter(check -> check instanceof Check.OnRow && !check.claim().filtered())
                .map(Check.OnRow.class::cast)
                .toList();
        if (masked.size() < HISTOGRAM_FROM) {
            return sums(rows, checks);
        }
        Map<Check, Tally> tallies = histogram(rows, masked, MAX_MASKS);
        List<Check.Scanned> others =
                checks.stream().filter(check -> !tallies.containsKey(check)).toList();
        if (!others.isEmpty()) {
            tallies.putAll(sums(rows, others));
        }
        return tallies;
    }

    /** Counts by one sum for each rule, in one job. */
    static Map<Check, Tally> sums(Dataset<Row> rows, List<Check.Scanned> checks) {
        Counting counting = new Counting(checks);
        List<Column> columns = counting.columns();
        return Described.run(
                rows.sparkSession().sparkContext(),
                "quality: " + checks.size() + " rules in one pass",
                () -> counting.read(rows.agg(
                                columns.get(0),
                                columns.subList(1, columns.size()).toArray(Column[]::new))
                        .head()));
    }

    /**
     * Counts rules without {@code where} by how many rows have each mask, in one job with one small shuffle. Dirt that breaks rules in
     * more combinations than the driver is to hold is counted by one sum for each rule, in a second pass.
     *
     * @param maxMasks how many combinations come to the driver at most
     */
    static Map<Check, Tally> histogram(Dataset<Row> rows, List<Check.OnRow> checks, int maxMasks) {
        RowMask mask = new RowMask(checks);
        Column[] names = mask.names().stream().map(functions::col).toArray(Column[]::new);
        List<Row> counted = Described.run(
                rows.sparkSession().sparkContext(),
                "quality: " + checks.size() + " rules in one histogram of masks",
                () -> rows.select(mask.columns().toArray(Column[]::new))
                        .groupBy(names)
                        .count()
                        .limit(maxMasks + 1)
                        .collectAsList());
        return counted.size() > maxMasks ? sums(rows, List.copyOf(checks)) : tallies(counted, checks);
    }

    private static Map<Check, Tally> tallies(List<Row> counted, List<Check.OnRow> checks) {
        int count = new RowMask(checks).names().size();
        long total = counted.stream().mapToLong(row -> row.getLong(count)).sum();
        Map<Check, Tally> tallies = new HashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            int column = i / RowMask.RULES_PER_COLUMN;
            long bit = 1L << (i % RowMask.RULES_PER_COLUMN);
            long bad = counted.stream()
                    .filter(row -> (row.getLong(column) & bit) != 0)
                    .mapToLong(row -> row.getLong(count))
                    .sum();
            tallies.put(checks.get(i), Tally.rows(bad, total));
        }
        return tallies;
    }
}
