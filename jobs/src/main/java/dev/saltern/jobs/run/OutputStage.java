/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Limit;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes one output into its run folder, holds it against its rules, and sets aside the rows that break them. */
final class OutputStage {
    private final TableSpec quarantine;
    private final Workspace workspace;
    private final RunLog log;
    private final Progress progress;

    OutputStage(TableSpec quarantine, Workspace workspace, RunLog log, Progress progress) {
        this.quarantine = quarantine;
        this.workspace = workspace;
        this.log = log;
        this.progress = progress;
    }

    /**
     * Writes the output.
     *
     * @param path the folder to write to, which must not exist
     */
    void write(OutputPlan plan, Dataset<Row> frame, String path, SetAside setAside) {
        TableSpec table = plan.table();
        progress.begins("writing " + table.table());
        frame.sparkSession().sparkContext().setJobDescription("writing " + table.table());
        try {
            RuleBook rules = RuleBook.compile(plan.rules(), frame.schema());
            Split split = split(plan, rules, frame, setAside);
            write(split.good(), table, path);
            Dataset<Row> written = read(frame, table, path);
            rules.evaluate(written).forEach(result -> log.rule(table.table(), result));
            log.table(new RunReport.TableLine(
                    table.table(), null, 0, written.count(), split.quarantined(), split.dropped()));
        } catch (SalternException e) {
            throw e;
        } catch (Exception e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot write " + table.table() + ": " + RootCause.of(e), e);
        }
    }

    /** Writes the rows that were set aside in the whole run; a run without any writes nothing. */
    void writeQuarantine(SetAside setAside, SparkSession session, Scope scope, String run, String path) {
        progress.begins("writing " + quarantine.table() + ": " + setAside.rows() + " rows");
        session.sparkContext().setJobDescription("writing " + quarantine.table());
        setAside.frame(quarantine, scope, run).ifPresent(frame -> write(frame, quarantine, path));
        log.table(new RunReport.TableLine(quarantine.table(), null, 0, setAside.rows(), 0, 0));
    }

    /** The rows to publish, and how many were set aside. */
    private record Split(Dataset<Row> good, long quarantined, long dropped) {}

    private Split split(OutputPlan plan, RuleBook rules, Dataset<Row> frame, SetAside setAside) {
        boolean splits = plan.rules().stream().map(FiledRule::action).anyMatch(OutputStage::setsAside);
        if (!splits) {
            return new Split(frame, 0, 0);
        }
        String table = plan.table().table();
        RowMask mask = rules.rowMask();
        Dataset<Row> masked = workspace.materialise("outputs/" + table, frame.select(with(frame, mask.columns())));
        Column quarantined = mask.isBroken(Action.QUARANTINE);
        Column dropped = mask.isBroken(Action.DROP).and(functions.not(quarantined));
        Dataset<Row> bad = masked.where(quarantined);
        long total = masked.count();
        long badRows = bad.count();
        long droppedRows = masked.where(dropped).count();
        if (badRows > 0) {
            setAside.add(QuarantinedOutput.rows(table, bad, frame.columns(), mask, quarantine), badRows);
        }
        judge(plan, rules, masked, mask, total);
        Limit limit = plan.output().maxQuarantined();
        if (limit != null && !limit.allows(badRows, total)) {
            log.refuse(table + ": " + badRows + " of " + total + " rows are quarantined (max-quarantined is " + limit
                    + ")");
        }
        Dataset<Row> good = masked.where(functions.not(quarantined.or(dropped))).select(columns(frame));
        return new Split(good, badRows, droppedRows);
    }

    private void judge(OutputPlan plan, RuleBook rules, Dataset<Row> masked, RowMask mask, long total) {
        for (Action action : List.of(Action.QUARANTINE, Action.DROP)) {
            Dataset<Row> ids = masked.where(mask.isBroken(action))
                    .select(functions.explode(mask.ids(action)).as("rule"))
                    .groupBy("rule")
                    .count();
            List<Row> counts = ids.collectAsList();
            for (FiledRule rule : rules.rules()) {
                if (rule.action() == action) {
                    RuleResult result = rules.resultOf(rule, count(counts, rule), total, List.of());
                    log.rule(plan.table().table(), result);
                }
            }
        }
    }

    private static long count(List<Row> counts, FiledRule rule) {
        return counts.stream()
                .filter(row -> row.getString(0).equals(rule.id()))
                .mapToLong(row -> row.getLong(1))
                .sum();
    }

    private static void write(Dataset<Row> rows, TableSpec table, String path) {
        Column[] ordered = Arrays.stream(table.schema().fieldNames())
                .map(OutputStage::column)
                .toArray(Column[]::new);
        Column[] partition =
                table.partitionColumns().stream().map(OutputStage::column).toArray(Column[]::new);
        // Without it every task would write a file into every partition; adaptive execution splits what grows too big.
        Object[] keys = Arrays.stream(partition).map(Column::expr).toArray();
        Dataset<Row> gathered = rows.hint("rebalance", keys);
        gathered.select(ordered)
                .write()
                .partitionBy(table.partitionColumns().toArray(String[]::new))
                .parquet(path);
    }

    private static Dataset<Row> read(Dataset<Row> like, TableSpec table, String path) {
        return like.sparkSession().read().schema(table.schema()).parquet(path);
    }

    private static boolean setsAside(Action action) {
        return action == Action.QUARANTINE || action == Action.DROP;
    }

    private static Column[] with(Dataset<Row> frame, List<Column> more) {
        List<Column> columns = new ArrayList<>(Arrays.asList(columns(frame)));
        columns.addAll(more);
        return columns.toArray(Column[]::new);
    }

    private static Column[] columns(Dataset<Row> frame) {
        return Arrays.stream(frame.columns()).map(OutputStage::column).toArray(Column[]::new);
    }

    private static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
