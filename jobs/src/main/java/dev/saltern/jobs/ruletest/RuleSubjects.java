/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.LoadedRuleTest;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RuleTexts;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.dqdl.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.types.StructType;

/** Finds the columns and rules that tests are about; analyses each pipeline once. */
final class RuleSubjects {
    private final Function<String, PipelinePlan> pipelines;
    private final Map<String, PipelinePlan> analysed = new HashMap<>();

    RuleSubjects(Function<String, PipelinePlan> pipelines) {
        this.pipelines = pipelines;
    }

    /**
     * Returns the subject of a test.
     *
     * @throws InvalidConfigurationException with everything that is wrong with its pipeline, or with its schema and rules
     */
    RuleSubject of(LoadedRuleTest loaded) {
        String pipeline = loaded.test().pipeline();
        return pipeline == null ? written(loaded) : named(loaded, pipeline);
    }

    private RuleSubject named(LoadedRuleTest loaded, String pipeline) {
        PipelinePlan plan = analysed.computeIfAbsent(pipeline, pipelines);
        Map<String, RuleSubject> all = new LinkedHashMap<>();
        plan.sources().forEach((name, source) -> all.put(name, new RuleSubject(source.staged(), source.rules())));
        plan.outputs()
                .forEach((name, output) ->
                        all.put(name, new RuleSubject(output.table().schema(), output.rules())));
        String on = Objects.requireNonNull(loaded.test().on());
        RuleSubject found = all.get(on);
        if (found == null) {
            throw wrong(new Problem(
                    loaded.origins().of("on"),
                    "Unknown source or output '" + on + "' of " + pipeline + " " + NearestName.hint(on, all.keySet())));
        }
        return found;
    }

    private static RuleSubject written(LoadedRuleTest loaded) {
        Text ddl = Objects.requireNonNull(loaded.test().schema());
        StructType schema;
        try {
            schema = StructType.fromDDL(ddl.text()).asNullable();
        } catch (Exception e) {
            throw wrong(InvalidSqlException.of(ddl, e).problem());
        }
        List<Problem> problems = new ArrayList<>();
        List<FiledRule> rules = RuleTexts.parse(loaded.test().rules(), problems);
        RuleTexts.check(rules, schema, problems);
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        return new RuleSubject(schema, rules);
    }

    private static InvalidConfigurationException wrong(Problem problem) {
        return new InvalidConfigurationException(List.of(problem));
    }
}
