/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Limit;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.terminal.Amounts;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.plan.SourcePlan;
import dev.saltern.jobs.skew.KeyOrigin;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.stage.SourceAccount;
import dev.saltern.jobs.stage.SourceFiles;
import dev.saltern.jobs.stage.StageRequest;
import dev.saltern.jobs.stage.StagedSource;
import dev.saltern.jobs.stage.Staging;
import dev.saltern.jobs.step.Views;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.Findings;
import dev.saltern.quality.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads every source once into typed, checked, columnar data. */
final class SourceStage {
    private final PipelinePlan plan;
    private final Scope scope;
    private final RunInputs inputs;
    private final Sketches sketches;
    private final Workspace workspace;
    private final RunRules runRules;
    private final String run;
    private final RunLog log;
    private final Progress progress;
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final LateRows late = new LateRows();

    SourceStage(
            PipelinePlan plan,
            Scope scope,
            RunInputs inputs,
            Sketches sketches,
            Workspace workspace,
            RunRules runRules,
            String run,
            RunLog log,
            Progress progress) {
        this.plan = plan;
        this.scope = scope;
        this.inputs = inputs;
        this.sketches = sketches;
        this.workspace = workspace;
        this.runRules = runRules;
        this.run = run;
        this.log = log;
        this.progress = progress;
    }

    /** Stages the sources that an output needs, names them as views, and sets aside what is to be quarantined. */
    void run(Views views, SetAside setAside) {
        plan.sources().forEach((name, source) -> {
            if (plan.graph().isNeeded(name)) {
                StagedSource staged = stage(source, views);
                views.put(name, staged.kept());
                rows.put(name, staged.account().kept());
                setAside.add(
                        staged.setAside(),
                        staged.account().corrupt() + staged.account().quarantined());
            }
        });
    }

    /** Returns how many rows each source kept. */
    Map<String, Long> rows() {
        return rows;
    }

    /** Returns the late rows of the files. */
    LateRows late() {
        return late;
    }

    private StagedSource stage(SourcePlan source, Views views) {
        String name = source.name();
        SourceFiles files = Objects.requireNonNull(inputs.files().get(name), name);
        progress.begins("staging " + name + ": " + Amounts.count(files.files().size(), "file"));
        RuleBook rules = RuleBook.compile(
                source.rules(),
                source.analyzers(),
                source.staged(),
                runRules.setting(name, views).with(source.composites()));
        Partitioning partitioning = plan.pipeline().partitioning();
        StagedSource staged = Staging.stage(
                views.session(),
                new StageRequest(
                        name,
                        source.source(),
                        source.declared(),
                        files,
                        RuleChecks.of(rules, views.all()),
                        partitioning,
                        scope,
                        workspace.path("sources/" + name),
                        sketches.plan().keys(name)));
        staged.sketches().forEach((keys, sketch) -> {
            sketches.add(new KeyOrigin(name, keys), sketch);
        });
        // Of a file of a later period its own run has told.
        Map<String, Map<LocalDate, Long>> found = new HashMap<>(staged.late());
        inputs.late().forEach(known -> found.remove(known.path()));
        late.add(name, found);
        log.source(name, files.files().size(), staged.account(), LateRows.byPeriod(found));
        staged.unreadable().forEach(file -> log.note("Skipped " + file));
        DriftNotes.of(name, staged.drifts()).forEach(log::note);
        judge(source, rules, staged, views);
        return staged;
    }

    private void judge(SourcePlan source, RuleBook rules, StagedSource staged, Views views) {
        SourceAccount account = staged.account();
        for (FiledRule rule : rules.rules()) {
            long bad = rule.action() == Action.QUARANTINE
                    ? account.quarantinedBy().getOrDefault(rule.id(), 0L)
                    : account.droppedBy().getOrDefault(rule.id(), 0L);
            if (rule.action() == Action.QUARANTINE || rule.action() == Action.DROP) {
                log.rule(source.name(), rules.resultOf(rule, bad, account.parsed(), List.of()));
            }
        }
        Dataset<Row> kept = staged.kept();
        Findings found = rules.only(Action.FAIL, Action.WARN).judge(kept, Evidence.of(views.all()));
        found.results().forEach(result -> log.rule(source.name(), result));
        runRules.observe(run, source.name(), found.metrics());
        Limit limit = source.source().maxQuarantined();
        if (limit != null && !limit.allows(account.quarantined() + account.corrupt(), account.judged())) {
            log.refuse(source.name() + ": " + (account.quarantined() + account.corrupt()) + " of " + account.judged()
                    + " rows are quarantined (max-quarantined is " + limit + ")");
        }
        PartitionLimit.of(
                        source.source().maxQuarantinedPerPartition(),
                        plan.pipeline().partitioning())
                .flatMap(each -> each.refusal(kept, staged.dropped(), staged.setAside()))
                .ifPresent(refusal -> log.refuse(source.name() + ": " + refusal));
    }
}
