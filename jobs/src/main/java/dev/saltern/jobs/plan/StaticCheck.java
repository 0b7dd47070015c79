/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.jobs.step.SqlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be checked in a second, without a Spark session: schemas, SQL syntax, table names, rules on sources. */
public final class StaticCheck {
    private final Pipeline pipeline;
    private final List<Problem> problems = new ArrayList<>();

    private StaticCheck(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Returns every problem that shows without a session, by file and line. */
    public static List<Problem> problems(LoadedPipeline loaded) {
        StaticCheck check = new StaticCheck(loaded.pipeline());
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
        pipeline.sources().forEach((name, source) -> SourcePlan.of(name, source, partitioning, problems));
    }

    private void steps() {
        Set<String> known = new LinkedHashSet<>(pipeline.sources().keySet());
        for (Step step : pipeline.steps()) {
            if (step instanceof SqlStep sql) {
                tables(sql.sql(), known);
            }
            known.add(step.name());
        }
    }

    private void tables(Text sql, Set<String> known) {
        try {
            for (String table : SqlQuery.parse(sql).tables()) {
                if (!known.contains(table)) {
                    problems.add(new Problem(position(sql, table), unknown(table, known)));
                }
            }
        } catch (InvalidSqlException e) {
            problems.add(e.problem());
        }
    }

    private static Origin position(Text sql, String table) {
        int at = Math.max(0, sql.text().indexOf(table));
        String before = sql.text().substring(0, at);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int column = at - (before.lastIndexOf('\n') + 1);
        return new Origin(sql.file(), sql.line() + lines, sql.column() + column);
    }

    private static String unknown(String table, Set<String> known) {
        return "Unknown table '" + table + "' in SQL (must be a source or an earlier step: " + String.join(", ", known)
                + ")";
    }
}
