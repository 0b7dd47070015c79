/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.KnownKeys;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the rows of a table as Parquet and holds them against its rules.
 *
 * <p>The rows are computed once. What the rules say is then found out from the files that were written, which are what will be
 * published: most of it from their footers, the rest in one pass over the columns that rules name. One shuffle gathers the rows
 * of a partition; none is added for the rules, except one for each set of columns that must be unique and is not known to be.
 */
public final class CheckedWrite {
    private final RuleBook rules;
    private final StructType schema;
    private final List<String> partitionColumns;
    private final WritePlan plan;
    private final KnownKeys keys;

    /**
     * Prepares a write.
     *
     * @param rules the rules of the table
     * @param schema the columns of the table, the partition columns last
     * @param partitionColumns the columns that name the folders
     * @param keys columns that no two rows share
     */
    public CheckedWrite(
            RuleBook rules, StructType schema, List<String> partitionColumns, WritePlan plan, KnownKeys keys) {
        this.rules = rules;
        this.schema = schema;
        this.partitionColumns = List.copyOf(partitionColumns);
        this.plan = plan;
        this.keys = keys;
    }

    /**
     * Writes and judges.
     *
     * @param rows the rows, with at least the columns of the table
     * @param path a folder that does not exist
     * @return what was written; rows that were taken out stay beside the table until {@link #removeAside}
     */
    public Written write(Dataset<Row> rows, String path) {
        TableFolder folder = new TableFolder(rows.sparkSession(), schema, path);
        RuleBook removing = rules.only(Action.QUARANTINE, Action.DROP);
        if (plan == WritePlan.SPLIT && !removing.rules().isEmpty()) {
            split(rows, removing.rowMask(), path);
            return judgeParts(folder, removing);
        }
        save(gathered(rows).select(columns(List.of())), partitionColumns, SaveMode.ErrorIfExists, path);
        Dataset<Row> whole = folder.whole();
        List<RuleResult> results = rules.evaluate(whole, new Evidence(keys, null));
        boolean removes = results.stream().anyMatch(result -> result.action().removesRows() && result.badRows() > 0);
        if (!removes) {
            return new Written(whole, Optional.empty(), whole.limit(0), TableFolder.count(whole), 0, 0, results);
        }
        split(whole, removing.rowMask(), path);
        folder.removeWhole();
        return judgeParts(folder, removing);
    }

    /** Removes the rows that were taken out and lie beside the table. */
    public void removeAside(Dataset<Row> rows, String path) {
        new TableFolder(rows.sparkSession(), schema, path).removeAside();
    }

    private void split(Dataset<Row> rows, RowMask mask, String path) {
        Column part = when(mask.isBroken(Action.QUARANTINE), TableFolder.QUARANTINED_ROWS)
                .when(mask.isBroken(Action.DROP), TableFolder.DROPPED_ROWS)
                .otherwise(TableFolder.KEPT_ROWS);
        List<String> folders = new ArrayList<>(List.of(TableFolder.ROWS));
        folders.addAll(partitionColumns);
        Dataset<Row> parted =
                gathered(rows).select(columns(mask.columns())).select(columns(List.of(part.as(TableFolder.ROWS))));
        save(parted, folders, SaveMode.Append, path);
    }

    private Written judgeParts(TableFolder folder, RuleBook removing) {
        Dataset<Row> kept = folder.part(TableFolder.KEPT_ROWS);
        Dataset<Row> quarantined = folder.part(TableFolder.QUARANTINED_ROWS);
        Dataset<Row> dropped = folder.part(TableFolder.DROPPED_ROWS);
        long rows = TableFolder.count(kept);
        long quarantinedRows = TableFolder.count(quarantined);
        long droppedRows = TableFolder.count(dropped);
        Map<FiledRule, RuleResult> results = new HashMap<>();
        put(results, removing, removing.evaluateAside(quarantined.union(dropped), rows));
        RuleBook others = rules.only(Action.FAIL, Action.WARN);
        put(results, others, others.evaluate(kept, new Evidence(keys, null)));
        return new Written(
                kept,
                quarantinedRows == 0 ? Optional.empty() : Optional.of(quarantined),
                dropped,
                rows,
                quarantinedRows,
                droppedRows,
                rules.rules().stream().map(results::get).toList());
    }

    private static void put(Map<FiledRule, RuleResult> results, RuleBook book, List<RuleResult> found) {
        for (int i = 0; i < found.size(); i++) {
            results.put(book.rules().get(i), found.get(i));
        }
    }

    /** Without it every task would write a file into every partition; adaptive execution splits what grows too big. */
    private Dataset<Row> gathered(Dataset<Row> rows) {
        Object[] partition = partitionColumns.stream()
                .map(name -> CheckedWrite.column(name).expr())
                .toArray();
        return rows.hint("rebalance", partition);
    }

    private Column[] columns(List<Column> more) {
        List<Column> columns = new ArrayList<>(
                Arrays.stream(schema.fieldNames()).map(CheckedWrite::column).toList());
        columns.addAll(more);
        return columns.toArray(Column[]::new);
    }

    private static void save(Dataset<Row> rows, List<String> folders, SaveMode mode, String path) {
        rows.write().mode(mode).partitionBy(folders.toArray(String[]::new)).parquet(path);
    }

    private static Column column(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }
}
