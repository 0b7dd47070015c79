/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Limit;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.step.Views;
import dev.saltern.jobs.write.CheckedWrite;
import dev.saltern.jobs.write.TableLayout;
import dev.saltern.jobs.write.WritePlan;
import dev.saltern.jobs.write.Written;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.KnownKeys;
import dev.saltern.quality.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes one output into its run folder, holds it against its rules, and sets aside the rows that break them. */
final class OutputStage {
    private final TableSpec quarantine;
    private final RunRules runRules;
    private final Scope scope;
    private final String run;
    private final PastTables past;
    private final RunLog log;
    private final Progress progress;
    /** Removes what lies beside the tables, once it is in the quarantine. */
    private final List<Runnable> aside = new ArrayList<>();

    /**
     * Prepares the outputs of a run.
     *
     * @param scope the days that the run claims
     * @param past what earlier runs found out about the tables
     */
    OutputStage(
            TableSpec quarantine,
            RunRules runRules,
            Scope scope,
            String run,
            PastTables past,
            RunLog log,
            Progress progress) {
        this.quarantine = quarantine;
        this.runRules = runRules;
        this.scope = scope;
        this.run = run;
        this.past = past;
        this.log = log;
        this.progress = progress;
    }

    /**
     * Writes the output.
     *
     * @param path the folder to write to, which must not exist
     */
    void write(OutputPlan plan, Views views, String path, SetAside setAside) {
        TableSpec table = plan.table();
        Dataset<Row> frame = views.require(plan.output().from());
        frame.sparkSession().sparkContext().setJobDescription("writing " + table.table());
        try {
            RuleBook rules = RuleBook.compile(
                    plan.rules(),
                    plan.analyzers(),
                    frame.schema(),
                    runRules.setting(table.table(), views).with(plan.composites()));
            boolean removes =
                    !rules.only(Action.QUARANTINE, Action.DROP).rules().isEmpty();
            WritePlan how = WritePlan.choose(removes, past.clean().contains(table.table()));
            progress.begins("writing " + table.table() + (removes ? " (" + how.label() + ")" : ""));
            CheckedWrite write = new CheckedWrite(
                    rules,
                    table.schema(),
                    FileSizing.layout(plan, scope, past.bytesPerShuffledByte()),
                    how,
                    new Evidence(KnownKeys.of(frame), null, views.all()));
            Written written = write.write(frame, path);
            written.quarantined()
                    .ifPresent(bad -> setAside.add(
                            QuarantinedOutput.rows(table.table(), bad, rules, views.all(), quarantine),
                            written.quarantinedRows()));
            if (written.quarantinedRows() + written.droppedRows() > 0) {
                aside.add(() -> write.removeAside(frame, path));
            }
            written.results().forEach(result -> log.rule(table.table(), result));
            runRules.observe(run, table.table(), written.findings().metrics());
            limits(plan, written);
            log.table(new RunReport.TableLine(
                    table.table(),
                    null,
                    0,
                    written.rows(),
                    written.quarantinedRows(),
                    written.droppedRows(),
                    null,
                    written.shuffledBytes()));
        } catch (SalternException e) {
            throw e;
        } catch (Exception e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot write " + table.table() + ": " + RootCause.of(e), e);
        }
    }

    private void limits(OutputPlan plan, Written written) {
        Limit limit = plan.output().maxQuarantined();
        if (limit != null && !limit.allows(written.quarantinedRows(), written.total())) {
            log.refuse(plan.table().table() + ": " + written.quarantinedRows() + " of " + written.total()
                    + " rows are quarantined (max-quarantined is " + limit + ")");
        }
        written.quarantined()
                .flatMap(bad -> PartitionLimit.of(
                                plan.output().maxQuarantinedPerPartition(),
                                plan.table().partitioning())
                        .flatMap(each -> each.refusal(written.kept(), written.dropped(), bad)))
                .ifPresent(refusal -> log.refuse(plan.table().table() + ": " + refusal));
        Optional.ofNullable(plan.table().bucket())
                .flatMap(bucket -> new BucketLimit(bucket).refusal(written.kept(), written.rows()))
                .ifPresent(refusal -> log.refuse(plan.table().table() + ": " + refusal));
    }

    /** Writes the rows that were set aside in the whole run; a run without any writes nothing. */
    void writeQuarantine(SetAside setAside, SparkSession session, String path) {
        progress.begins("writing " + quarantine.table() + ": " + setAside.rows() + " rows");
        session.sparkContext().setJobDescription("writing " + quarantine.table());
        setAside.frame(quarantine, scope, run).ifPresent(frame -> writeQuarantine(frame, path));
        log.table(new RunReport.TableLine(quarantine.table(), null, 0, setAside.rows(), 0, 0, null, null));
        aside.forEach(Runnable::run);
    }

    private void writeQuarantine(Dataset<Row> rows, String path) {
        RuleBook none = RuleBook.compile(List.of(), quarantine.schema());
        new CheckedWrite(
                        none,
                        quarantine.schema(),
                        FileSizing.forScope(TableLayout.of(quarantine.partitionColumns()), quarantine, scope),
                        WritePlan.WRITE_FIRST,
                        Evidence.NONE)
                .write(rows, path);
    }
}
