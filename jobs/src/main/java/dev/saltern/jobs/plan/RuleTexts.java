/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Rules;
import dev.saltern.conf.Text;
import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleSetting;
import dev.saltern.quality.dqdl.Dqdl;
import dev.saltern.quality.dqdl.Parsed;
import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a source or an output out of their texts. */
public final class RuleTexts {
    private RuleTexts() {}

    /** Returns the rules in the order fail, quarantine, drop, warn; adds what does not parse to the problems. */
    public static List<FiledRule> parse(@Nullable Rules rules, List<Problem> problems) {
        List<FiledRule> filed = new ArrayList<>();
        if (rules != null) {
            parse(rules.fail(), Action.FAIL, filed, problems);
            parse(rules.quarantine(), Action.QUARANTINE, filed, problems);
            parse(rules.drop(), Action.DROP, filed, problems);
            parse(rules.warn(), Action.WARN, filed, problems);
        }
        return List.copyOf(filed);
    }

    /** Adds what does not fit the schema to the problems. */
    public static void check(List<FiledRule> rules, StructType schema, List<Problem> problems) {
        RuleBook.check(rules, schema, RuleSetting.at(Instant.EPOCH)).forEach(problem -> problems.add(problem(problem)));
    }

    private static void parse(@Nullable Text text, Action action, List<FiledRule> filed, List<Problem> problems) {
        if (text == null) {
            return;
        }
        Parsed parsed = Dqdl.parse(text.text(), text.file(), text.line(), text.column());
        List<RuleProblem> found = new ArrayList<>();
        filed.addAll(FiledRule.all(action, parsed, found));
        found.forEach(problem -> problems.add(problem(problem)));
    }

    private static Problem problem(RuleProblem problem) {
        return new Problem(new Origin(problem.file(), problem.line(), problem.column()), problem.message());
    }
}
