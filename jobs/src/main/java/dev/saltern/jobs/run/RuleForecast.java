/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.SourcePlan;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RulesPreview;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.step.Views;
import dev.saltern.jobs.write.WritePlan;
import dev.saltern.quality.Action;
import dev.saltern.quality.Composites;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.KnownKeys;
import dev.saltern.quality.RowRemoval;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleExplanation;
import dev.saltern.quality.RuleSetting;
import dev.saltern.transforms.internal.Spark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Foretells how the rules of a pipeline will be settled, from its steps on empty tables and the account of the last run. */
public final class RuleForecast {
    private final PipelinePlan plan;
    private final Map<String, KnownKeys> keys;
    private final History history;

    private RuleForecast(PipelinePlan plan, Map<String, KnownKeys> keys, History history) {
        this.plan = plan;
        this.keys = keys;
        this.history = history;
    }

    /** Returns the forecast; no row is read and nothing is written. */
    public static RulesPreview of(SparkSession session, Environment environment, LoadedPipeline loaded) {
        LivePlan live = LivePlan.of(session, environment, loaded);
        PipelinePlan plan = live.plan();
        History history = new History(environment.lake(), Spark.state(session).newHadoopConf());
        Map<String, KnownKeys> keys = keys(plan.foreseen(session, live.fixed().pivotValues()));
        return new RuleForecast(plan, keys, history).forecast();
    }

    /** Returns the columns by which a run will know, from the steps alone, that no two rows of a view are equal. */
    private static Map<String, KnownKeys> keys(Views foreseen) {
        Map<String, KnownKeys> keys = new LinkedHashMap<>();
        foreseen.all().forEach((name, frame) -> keys.put(name, KnownKeys.of(frame)));
        return keys;
    }

    private RulesPreview forecast() {
        List<RulesPreview.Table> tables = new ArrayList<>();
        plan.sources().values().forEach(source -> tables.add(source(source)));
        plan.outputs().values().forEach(output -> tables.add(output(output)));
        return new RulesPreview(plan.pipeline().name(), tables, plan.notes());
    }

    private RulesPreview.Table source(SourcePlan source) {
        List<RuleExplanation> rules =
                explain(source.rules(), source.composites(), source.staged(), KnownKeys.NONE, RowRemoval.STAGING);
        String how = !plan.graph().isNeeded(source.name())
                ? "not read: no output needs it"
                : removes(source.rules())
                        ? "quarantine and drop rules: the row mask while staging, the others on the files staged"
                        : "";
        return RulesPreview.Table.of("source", source.name(), how, rules);
    }

    private RulesPreview.Table output(OutputPlan output) {
        String table = output.table().table();
        boolean clean = PastRuns.cleanTables(history, plan).contains(table);
        boolean removes = removes(output.rules());
        WritePlan write = WritePlan.choose(removes, clean);
        List<RuleExplanation> rules = explain(
                output.rules(),
                output.composites(),
                output.table().schema(),
                keys.getOrDefault(output.output().from(), KnownKeys.NONE),
                write == WritePlan.SPLIT ? RowRemoval.SPLIT : RowRemoval.AFTERWARDS);
        String how = removes ? write.label() + ": " + why(table, clean) : "";
        return RulesPreview.Table.of("output", table, how, rules);
    }

    /** Says what speaks for the order of writing and judging. */
    private String why(String table, boolean clean) {
        Optional<RunReport> last = PastRuns.latest(history, plan);
        if (last.isEmpty()) {
            return "no earlier run says how many rows are bad";
        }
        String run = "the run of " + last.get().scope() + " took ";
        return run + (clean ? "no row" : "rows") + " out of " + table;
    }

    private static boolean removes(List<FiledRule> rules) {
        return rules.stream().anyMatch(rule -> rule.action() == Action.QUARANTINE || rule.action() == Action.DROP);
    }

    private List<RuleExplanation> explain(
            List<FiledRule> rules, Composites composites, StructType schema, KnownKeys known, RowRemoval removal) {
        return RuleBook.compile(
                        rules,
                        schema,
                        RuleSetting.at(Instant.EPOCH).with(composites).withDatasets(plan.views()))
                .explain(known, removal);
    }
}
