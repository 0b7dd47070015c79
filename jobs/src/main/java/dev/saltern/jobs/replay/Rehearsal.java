/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.plan.SourcePlan;
import dev.saltern.jobs.run.PlannedRun;
import dev.saltern.jobs.run.Progress;
import dev.saltern.jobs.run.RuleChecks;
import dev.saltern.jobs.run.Workspace;
import dev.saltern.jobs.stage.RowChecks;
import dev.saltern.jobs.stage.SourceAccount;
import dev.saltern.jobs.stage.SourceFiles;
import dev.saltern.jobs.stage.StageRequest;
import dev.saltern.jobs.stage.Staging;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleSetting;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Judges rows that were set aside by the pipeline as it is: records of a source are read again by the source's format, schema and
 * rules, rows of an output by the output's rules. Rules about whole tables, limits and steps are left to a run.
 */
final class Rehearsal {
    private final SparkSession session;
    private final LoadedPipeline loaded;
    private final Environment environment;
    private final Scope scope;
    private final Progress progress;
    private final Ledger ledger;
    private final RuleSetting setting = RuleSetting.at(Instant.now());

    Rehearsal(
            SparkSession session,
            Environment environment,
            LoadedPipeline loaded,
            Scope scope,
            Progress progress,
            Ledger ledger) {
        this.session = session;
        this.environment = environment;
        this.loaded = loaded;
        this.scope = scope;
        this.progress = progress;
        this.ledger = ledger;
    }

    /** Adds a line for each source and output that rows were set aside from. */
    void judge(SetAsideRows rows, Map<String, SetAsideRows.Count> before) {
        PlannedRun planned = PlannedRun.of(session, environment, loaded, scope);
        PipelinePlan plan = planned.plan();
        try (Workspace workspace = Workspace.open(
                environment.lake(),
                plan.pipeline().name(),
                planned.run(),
                Spark.state(session).newHadoopConf())) {
            before.forEach((name, count) -> {
                progress.begins("judging " + count.rows() + " rows of " + name);
                SourcePlan source = plan.sources().get(name);
                OutputPlan output = plan.outputs().get(name);
                if (source != null) {
                    judge(source, rows.of(name), count, planned.inputs(), workspace);
                } else if (output != null) {
                    judge(output, rows.of(name), count);
                } else {
                    unknown(name, count);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a workspace", e);
        }
        ledger.note("Rules about whole tables, limits and steps are judged by the replay itself");
    }

    private void judge(
            SourcePlan source, Dataset<Row> rows, SetAsideRows.Count before, RunInputs inputs, Workspace workspace) {
        SourceFiles listed = inputs.files().getOrDefault(source.name(), new SourceFiles(List.of(), List.of()));
        RawCopies copies = new RawCopies(session, source.source(), workspace.path("replay/" + source.name()));
        SourceFiles files = copies.write(rows, listed);
        if (copies.gone() > 0) {
            ledger.note(String.format(
                    Locale.ROOT,
                    "%s: %,d of its rows cannot come back, for their raw files are no longer there",
                    source.name(),
                    copies.gone()));
        }
        SourceAccount account = SourceAccount.EMPTY;
        if (!files.files().isEmpty()) {
            RuleBook rules =
                    RuleBook.compile(removing(source.rules()), source.staged(), setting.with(source.composites()));
            account = Staging.stage(
                            session,
                            new StageRequest(
                                    source.name(),
                                    source.source(),
                                    source.declared(),
                                    files,
                                    RuleChecks.of(rules, Map.of()),
                                    loaded.pipeline().partitioning(),
                                    scope,
                                    workspace.path("sources/" + source.name())))
                    .account();
        }
        if (account.read() != copies.written()) {
            ledger.note(String.format(
                    Locale.ROOT,
                    "%s: %,d records were set aside, which read as %,d on their own",
                    source.name(),
                    copies.written(),
                    account.read()));
        }
        Map<String, Long> remain = new TreeMap<>(account.quarantinedBy());
        if (account.corrupt() > 0) {
            remain.put("corrupt", account.corrupt());
        }
        ledger.source(new ReplayReport.SourceLine(
                source.name(),
                before.rows(),
                account.read(),
                before.rows(),
                account.corrupt() + account.quarantined(),
                account.kept(),
                account.dropped() + account.outside() + account.elsewhere()));
        ledger.rules(source.name(), before.byRule(), remain);
    }

    /** Only these say whether a row comes back; others may refer to what is not at hand here. */
    private static List<FiledRule> removing(List<FiledRule> rules) {
        return rules.stream().filter(rule -> rule.action().removesRows()).toList();
    }

    private void judge(OutputPlan output, Dataset<Row> rows, SetAsideRows.Count before) {
        StructType schema = output.table().schema();
        RowChecks checks = RuleChecks.of(
                RuleBook.compile(removing(output.rules()), schema, setting.with(output.composites())), Map.of());
        Dataset<Row> judged = checks.prepared(
                        rows.select(from_json(col("original"), schema).as("row"))
                                .select("row.*"))
                .select(
                        checks.isBroken(RowChecks.Action.QUARANTINE).as("bad"),
                        checks.isBroken(RowChecks.Action.DROP).as("left_out"),
                        checks.ids(RowChecks.Action.QUARANTINE).as("ids"));
        long bad = judged.where("bad").count();
        long leftOut = judged.where("NOT bad AND left_out").count();
        Map<String, Long> remain = new TreeMap<>();
        Column each = functions.explode(functions.array_distinct(col("ids"))).as("id");
        judged.where("bad")
                .select(each)
                .groupBy("id")
                .count()
                .collectAsList()
                .forEach(row -> remain.put(row.getString(0), row.getLong(1)));
        String table = output.table().table();
        ledger.source(new ReplayReport.SourceLine(
                table, null, null, before.rows(), bad, before.rows() - bad - leftOut, leftOut));
        ledger.rules(table, before.byRule(), remain);
        ledger.note(table + ": its rows are judged as they were written; steps that changed may give others");
    }

    private void unknown(String name, SetAsideRows.Count before) {
        boolean later = loaded.pipeline().outputs().containsKey(name);
        ledger.source(new ReplayReport.SourceLine(name, null, null, before.rows(), before.rows(), null, null));
        ledger.rules(name, before.byRule(), before.byRule());
        ledger.note(
                later
                        ? name + ": its columns are known after the run only, so its rows are not judged here"
                        : name
                                + ": the pipeline has no such source or output any more, so its rows are not judged here");
    }
}
