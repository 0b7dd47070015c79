/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Rules;
import dev.saltern.conf.Text;
import dev.saltern.quality.Action;
import dev.saltern.quality.Composites;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleSetting;
import dev.saltern.quality.dqdl.Analyzer;
import dev.saltern.quality.dqdl.Dqdl;
import dev.saltern.quality.dqdl.Parsed;
import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** Returns the analyzers of all actions; what does not parse was found with the rules. */
    static List<Analyzer> analyzers(@Nullable Rules rules) {
        if (rules == null) {
            return List.of();
        }
        return Stream.of(rules.fail(), rules.quarantine(), rules.drop(), rules.warn())
                .filter(Objects::nonNull)
                .flatMap(text -> Dqdl.parse(text.text(), text.file(), text.line(), text.column()).analyzers().stream())
                .toList();
    }

    /** Adds what does not fit the schema to the problems, for rules that name no other table. */
    public static void check(List<FiledRule> rules, StructType schema, List<Problem> problems) {
        check(null, rules, List.of(), schema, Map.of(), problems);
    }

    /**
     * Adds what does not fit the schema to the problems.
     *
     * @param others the columns of the views that the rules may name
     */
    static void check(
            @Nullable Rules texts,
            List<FiledRule> rules,
            List<Analyzer> analyzers,
            StructType schema,
            Map<String, StructType> others,
            List<Problem> problems) {
        RuleSetting setting =
                RuleSetting.at(Instant.EPOCH).with(composites(texts)).withDatasets(others);
        RuleBook.check(rules, analyzers, schema, setting).forEach(problem -> problems.add(problem(problem)));
    }

    /** Returns how joined rules are judged. */
    static Composites composites(@Nullable Rules rules) {
        return (rules == null ? Rules.NONE : rules).composites() == Rules.Composites.ROW
                ? Composites.ROW
                : Composites.COLUMN;
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
