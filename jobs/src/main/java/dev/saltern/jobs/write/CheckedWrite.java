/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import dev.saltern.jobs.parted.PartedParquet;
import dev.saltern.jobs.parted.Parts;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.Findings;
import dev.saltern.quality.MetricResult;
import dev.saltern.quality.Observed;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import dev.saltern.transforms.internal.Spark;
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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a table as Parquet and holds them against its rules.
 *
 * <p>The rows are computed once. What the rules say is then found out from the files that were written, which are what will be
 * published: most of it from their footers, the rest in one pass over the columns that rules name. One shuffle gathers the rows
 * of a partition or bucket, unless all go to one folder; none is added for the rules, except one for each set of columns that
 * must be unique and is not known to be.
 */
public final class CheckedWrite {
    /** With a file open for each folder the rows need not be sorted by folder first; with more folders than this Spark sorts the rest. */
    private static final Map<String, String> OPEN_FILES = Map.of("spark.sql.maxConcurrentOutputFileWriters", "16");

    /** So many rows that were taken out are judged by one task: that takes less than to gather what several found. */
    private static final long FEW_ROWS = 1_000_000;

    /** A file is not much smaller than wanted by this: eight of them take hardly longer to open than one. */
    private static final long LEAST_PART_OF_A_FILE = 8;

    /** A quarter of what Spark lets one task read: would a file seem to cost as much as that to open, no two would share a task. */
    private static final long MOST_OPEN_COST = 32 << 20;

    private final RuleBook rules;
    private final StructType schema;
    private final TableLayout layout;
    private final TableWriter writer;
    private final WritePlan plan;
    private final Evidence evidence;

    /**
     * Prepares a write.
     *
     * @param rules the rules of the table
     * @param schema the columns of the table, the partition columns last
     * @param layout the folders and files that the rows go to
     * @param evidence what is known of the rows, and the other tables that rules name
     */
    public CheckedWrite(RuleBook rules, StructType schema, TableLayout layout, WritePlan plan, Evidence evidence) {
        this.rules = rules;
        this.schema = schema;
        this.layout = layout;
        this.writer = new TableWriter(layout);
        this.plan = plan;
        this.evidence = evidence;
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
        RuleBook removing = rules.only(Action.QUARANTINE, Action.DROP).withoutAnalyzers();
        if (plan == WritePlan.SPLIT && !removing.rules().isEmpty()) {
            Long shuffled = split(rows, removing, path);
            return judgeParts(folder, removing, shuffled);
        }
        Whole written = writeWhole(rows, folder, path);
        Dataset<Row> whole = folder.whole();
        List<RuleResult> results = written.findings.results();
        boolean removes = results.stream().anyMatch(result -> result.action().removesRows() && result.badRows() > 0);
        if (!removes) {
            return new Written(whole, Optional.empty(), whole.limit(0), 0, 0, written.findings, written.shuffled);
        }
        split(whole, removing, path);
        folder.removeWhole();
        return judgeParts(folder, removing, written.shuffled);
    }

    private record Whole(Findings findings, @Nullable Long shuffled) {}

    private Whole writeWhole(Dataset<Row> rows, TableFolder folder, String path) {
        Dataset<Row> ordered = writer.gathered(rows).select(columns(List.of()));
        // A local file is read again from memory; what an object store gives back costs a request and time.
        Optional<Observed> observed = folder.isRemote() ? rules.observe(ordered, "saltern " + path) : Optional.empty();
        try {
            Dataset<Row> counted = observed.map(Observed::rows).orElse(ordered);
            Long shuffled =
                    shuffled(rows, () -> writer.write(counted, path, SaveMode.ErrorIfExists, "parquet", Map.of()));
            Evidence known = new Evidence(evidence.keys(), observed.orElse(null), evidence.datasets());
            return new Whole(rules.judge(folder.whole(), known), shuffled);
        } finally {
            observed.ifPresent(Observed::close);
        }
    }

    /** Removes the rows that were taken out and lie beside the table. */
    public void removeAside(Dataset<Row> rows, String path) {
        new TableFolder(rows.sparkSession(), schema, path).removeAside();
    }

    private @Nullable Long split(Dataset<Row> rows, RuleBook removing, String path) {
        // Judged before they are gathered: there the values are at hand, while behind the shuffle each row would have
        // to be
        // copied to add its part. What the rules prepare may shuffle too, which would tear buckets apart.
        Dataset<Row> parted = writer.gathered(parted(rows, removing));
        int folders = layout.partitionColumns().size();
        Parts parts = new Parts(TableFolder.ROWS, Part.KEPT.label(), schema.length() - folders, folders);
        return shuffled(rows, () -> writer.write(parted, path, SaveMode.Append, PartedParquet.FORMAT, parts.options()));
    }

    /** Writes, and returns the bytes of the shuffle that gathered the rows. */
    private @Nullable Long shuffled(Dataset<Row> rows, Runnable write) {
        SparkSession session = rows.sparkSession();
        Runnable sized = () -> SessionSetting.during(session, settings(rows), write);
        if (layout.gathered()) {
            return ShuffledRows.during(session, sized);
        }
        sized.run();
        return null;
    }

    /**
     * Rows that are not gathered are written by the tasks that compute them: as many as there are processors, but by fewer rather than
     * into files much smaller than they are to be.
     */
    private Map<String, String> settings(Dataset<Row> rows) {
        Long bytes = layout.shuffledBytesPerFile();
        if (layout.gathered() || bytes == null) {
            return OPEN_FILES;
        }
        long least = Math.max(1, bytes / LEAST_PART_OF_A_FILE);
        Map<String, String> settings = new HashMap<>(OPEN_FILES);
        settings.put("spark.sql.adaptive.coalescePartitions.minPartitionSize", least + "b");
        if (!moves(rows)) {
            settings.put("spark.sql.files.openCostInBytes", Math.min(least, MOST_OPEN_COST) + "b");
        }
        return settings;
    }

    /** Returns whether a shuffle lies between the files that are read and those that are written; the first are then dealt out as ever. */
    private static boolean moves(Dataset<Row> rows) {
        SparkPlan plan = Spark.execution(rows).executedPlan();
        return (plan instanceof AdaptiveSparkPlanExec adaptive ? adaptive.executedPlan() : plan)
                .exists(node -> node instanceof ShuffleExchangeLike);
    }

    private Dataset<Row> parted(Dataset<Row> rows, RuleBook removing) {
        return removing.prepared(rows, evidence.datasets()).select(columns(List.of(Part.of(removing.rowMask()))));
    }

    private Written judgeParts(TableFolder folder, RuleBook removing, @Nullable Long shuffled) {
        Dataset<Row> kept = folder.part(Part.KEPT);
        Dataset<Row> quarantined = folder.part(Part.QUARANTINED);
        Dataset<Row> dropped = folder.part(Part.DROPPED);
        RuleBook others = rules.only(Action.FAIL, Action.WARN);
        Findings stayed = others.judge(kept, evidence);
        long quarantinedRows = TableFolder.count(quarantined);
        long droppedRows = TableFolder.count(dropped);
        Dataset<Row> taken = quarantined.union(dropped);
        Findings aside = removing.judgeAside(
                quarantinedRows + droppedRows <= FEW_ROWS ? taken.coalesce(1) : taken,
                stayed.rows(),
                evidence.datasets());
        Map<FiledRule, RuleResult> results = new HashMap<>();
        put(results, removing, aside.results());
        put(results, others, stayed.results());
        List<MetricResult> metrics = new ArrayList<>(stayed.metrics());
        metrics.addAll(aside.metrics());
        return new Written(
                kept,
                quarantinedRows == 0 ? Optional.empty() : Optional.of(quarantined),
                dropped,
                quarantinedRows,
                droppedRows,
                new Findings(
                        stayed.rows(), rules.rules().stream().map(results::get).toList(), metrics),
                shuffled);
    }

    private static void put(Map<FiledRule, RuleResult> results, RuleBook book, List<RuleResult> found) {
        for (int i = 0; i < found.size(); i++) {
            results.put(book.rules().get(i), found.get(i));
        }
    }

    private Column[] columns(List<Column> more) {
        List<Column> columns = new ArrayList<>(
                Arrays.stream(schema.fieldNames()).map(TableWriter::column).toList());
        columns.addAll(more);
        return columns.toArray(Column[]::new);
    }
}
