/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.PartialPipeline;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.jobs.step.SqlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/** What can be checked in a second, without a Spark session: schemas, SQL syntax, table names, rules on sources. */
public final class StaticCheck {
    private final Pipeline pipeline;
    private final List<Problem> problems = new ArrayList<>();

    private final Set<String> known;

    private StaticCheck(Pipeline pipeline, Set<String> broken) {
        this.pipeline = pipeline;
        this.known = new LinkedHashSet<>(pipeline.sources().keySet());
        known.addAll(broken);
    }

    /** Returns every problem that shows without a session, by file and line: those of the loader and those of the texts. */
    public static List<Problem> problems(PartialPipeline partial) {
        StaticCheck check = new StaticCheck(partial.loaded().pipeline(), partial.broken());
        check.problems.addAll(partial.problems());
        check.sources();
        check.steps();
        for (Output output : check.pipeline.outputs().values()) {
            RuleTexts.parse(output.rules(), check.problems);
        }
        return sorted(check.problems);
    }

    /** Returns the problems in the order in which a person meets them in the files, each once. */
    static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.origin().file())
                        .thenComparing(problem -> problem.origin().line())
                        .thenComparing(problem -> problem.origin().column()))
                .toList();
    }

    private void sources() {
        Partitioning partitioning = pipeline.partitioning();
        Map<String, StructType> above = new LinkedHashMap<>();
        pipeline.sources()
                .forEach((name, source) -> SourcePlan.of(name, source, partitioning, above, problems)
                        .ifPresent(plan -> above.put(name, plan.staged())));
    }

    private void steps() {
        for (Step step : pipeline.steps()) {
            if (step instanceof SqlStep sql) {
                tables(sql.sql());
            }
            known.add(step.name());
        }
    }

    private void tables(Text sql) {
        try {
            SqlQuery query = SqlQuery.parse(sql);
            problems.addAll(query.saltHints());
            for (String table : query.tables()) {
                if (!known.contains(table)) {
                    problems.add(new Problem(query.origin(table), unknown(table)));
                }
            }
        } catch (InvalidSqlException e) {
            problems.add(e.problem());
        }
    }

    private String unknown(String table) {
        return "Unknown table '" + table + "' in SQL (must be a source or an earlier step: " + String.join(", ", known)
                + ")";
    }
}
