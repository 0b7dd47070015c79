/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Limit;
import dev.saltern.conf.Partitioning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** How many rows of each partition may be set aside. A table without partitions is one partition. */
final class PartitionLimit {
    private static final String BAD = "_bad";
    private static final String ROWS = "_rows";

    private final Limit limit;
    private final List<String> columns;

    private record Partition(String name, long bad, long rows) {
        double share() {
            return (double) bad / rows;
        }
    }

    private PartitionLimit(Limit limit, List<String> columns) {
        this.limit = limit;
        this.columns = columns;
    }

    /** Returns the limit for tables that are cut so, or empty if there is none. */
    static Optional<PartitionLimit> of(@Nullable Limit limit, Partitioning partitioning) {
        return Optional.ofNullable(limit).map(some -> new PartitionLimit(some, partitioning.columns()));
    }

    /**
     * Counts the rows of each partition, in one pass over the partition columns alone and one shuffle of a row for each partition and file.
     *
     * @param kept the rows that stayed
     * @param dropped the rows that were left out
     * @param quarantined the rows that were set aside
     * @return the sentence that names the worst partition, or empty if every partition is within the limit
     */
    Optional<String> refusal(Dataset<Row> kept, Dataset<Row> dropped, Dataset<Row> quarantined) {
        List<Partition> over =
                counts(marked(kept, 0).unionAll(marked(dropped, 0)).unionAll(marked(quarantined, 1))).stream()
                        .filter(partition -> !limit.allows(partition.bad, partition.rows))
                        .sorted(worstFirst())
                        .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        Partition worst = over.get(0);
        return Optional.of(worst.bad + " of " + worst.rows + " rows of " + worst.name + " are quarantined"
                + " (max-quarantined-per-partition is " + limit
                + (over.size() > 1 ? "; exceeded in " + over.size() + " partitions)" : ")"));
    }

    private List<Partition> counts(Dataset<Row> marked) {
        return marked
                .groupBy(columns.stream().map(PartitionLimit::column).toArray(Column[]::new))
                .agg(
                        functions.count(functions.lit(1)).as(ROWS),
                        functions.sum(BAD).as(BAD))
                .where(functions.col(BAD).gt(0))
                .collectAsList()
                .stream()
                .map(row -> new Partition(name(row), row.<Long>getAs(BAD), row.<Long>getAs(ROWS)))
                .toList();
    }

    private Comparator<Partition> worstFirst() {
        Comparator<Partition> byRows = Comparator.comparing(Partition::bad);
        Comparator<Partition> byShare = Comparator.comparing(Partition::share);
        Comparator<Partition> worst = limit.rows() != null ? byRows : byShare.thenComparing(byRows);
        return worst.reversed().thenComparing(Partition::name);
    }

    private Dataset<Row> marked(Dataset<Row> rows, long bad) {
        List<Column> marked =
                new ArrayList<>(columns.stream().map(PartitionLimit::column).toList());
        marked.add(functions.lit(bad).as(BAD));
        return rows.select(marked.toArray(Column[]::new));
    }

    private String name(Row row) {
        if (columns.isEmpty()) {
            return "the table";
        }
        StringJoiner name = new StringJoiner("/");
        columns.forEach(column -> name.add(column + "=" + row.getAs(column)));
        return name.toString();
    }

    private static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
