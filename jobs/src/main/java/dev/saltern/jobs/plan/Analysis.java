/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Step;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PartialPipeline;
import dev.saltern.conf.schema.Kinds;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.jobs.step.StepGraph;
import dev.saltern.jobs.step.StepRunner;
import dev.saltern.jobs.step.Views;
import dev.saltern.transforms.InvalidTransformException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Runs a pipeline on empty frames, so that a typo in a column never costs a cluster. No job runs, nothing is read or written. */
public final class Analysis {
    private static final Map<String, String> SOME_SCOPE = Map.of("from", "2000-01-01", "to", "2000-01-01");

    private final PartialPipeline partial;
    private final LoadedPipeline loaded;
    private final Pipeline pipeline;
    private final String database;
    private final Map<String, List<String>> pivotValues;
    private final Views views;
    private final Map<String, SourcePlan> sources = new LinkedHashMap<>();
    private final Map<String, OutputPlan> outputs = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** Views whose columns are not known: they have a problem, or stand on one, or on a pivot not yet discovered. */
    private final Set<String> unknown = new LinkedHashSet<>();

    private Analysis(
            SparkSession session, PartialPipeline partial, String database, Map<String, List<String>> pivotValues) {
        this.partial = partial;
        this.loaded = partial.loaded();
        this.pipeline = loaded.pipeline();
        this.database = database;
        this.pivotValues = pivotValues;
        this.views = new Views(session.newSession());
        unknown.addAll(partial.broken());
    }

    /**
     * Analyses a pipeline.
     *
     * @param database the database of the tables
     * @param pivotValues what earlier runs discovered, by the pivot step's name
     * @throws InvalidConfigurationException with every problem at once
     */
    public static PipelinePlan analyse(
            SparkSession session, LoadedPipeline loaded, String database, Map<String, List<String>> pivotValues) {
        return new Analysis(session, new PartialPipeline(loaded, Set.of(), List.of()), database, pivotValues).run();
    }

    /** Returns everything that is wrong with a pipeline that did not load whole: its own problems, and those of the parts that did. */
    public static List<Problem> problems(SparkSession session, PartialPipeline partial, String database) {
        Analysis analysis = new Analysis(session, partial, database, Map.of());
        analysis.check();
        return StaticCheck.sorted(analysis.problems);
    }

    private void check() {
        problems.addAll(StaticCheck.problems(partial));
        sources();
        pipeline.steps().forEach(this::step);
        outputs();
    }

    private PipelinePlan run() {
        check();
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(StaticCheck.sorted(problems));
        }
        TableSpec quarantine = QuarantineTable.spec(pipeline, database);
        return new PipelinePlan(loaded, sources, outputs, views.schemas(), quarantine, StepGraph.of(pipeline), notes);
    }

    private void sources() {
        Partitioning partitioning = pipeline.partitioning();
        pipeline.sources().forEach((name, source) -> {
            Optional<SourcePlan> plan = SourcePlan.of(name, source, partitioning, views.schemas(), new ArrayList<>());
            plan.ifPresentOrElse(
                    known -> {
                        sources.put(name, known);
                        Dataset<Row> rows = empty(known.staged());
                        views.put(name, rows);
                        if (source.partition() != null) {
                            partition(source.partition(), empty(known.declared()));
                        }
                    },
                    () -> unknown.add(name));
        });
    }

    private void partition(Text expression, Dataset<Row> rows) {
        try {
            rows.selectExpr("CAST((" + expression.text() + ") AS DATE)");
        } catch (Exception e) {
            problems.add(new Problem(expression.origin(), "Invalid partition: " + InvalidSqlException.reason(e)));
        }
    }

    private void step(Step step) {
        String path = "steps[" + pipeline.steps().indexOf(step) + "]." + Kinds.nameOf(Step.class, step.getClass());
        try {
            if (StepGraph.inputsOf(step).stream()
                    .anyMatch(input -> unknown.contains(input) || !views.contains(input))) {
                unknown.add(step.name());
                return;
            }
            List<String> values = pivotValues.getOrDefault(step.name(), List.of());
            if (step instanceof PivotStep pivot && pivot.values().isEmpty() && values.isEmpty()) {
                notes.add("The columns of " + step.name()
                        + " are known after the first run: what reads it is checked then");
                unknown.add(step.name());
                return;
            }
            views.put(step.name(), new StepRunner(SOME_SCOPE).apply(step, views, values));
        } catch (InvalidSqlException e) {
            problems.add(e.problem());
            unknown.add(step.name());
        } catch (InvalidTransformException e) {
            e.problems()
                    .forEach(
                            problem -> problems.add(new Problem(loaded.origins().of(path), plain(problem))));
            unknown.add(step.name());
        } catch (Exception e) {
            // Spark's AnalysisException is checked but undeclared, so it cannot be named in a catch clause.
            problems.add(new Problem(loaded.origins().of(path), InvalidSqlException.reason(e)));
            unknown.add(step.name());
        }
    }

    private void outputs() {
        pipeline.outputs().forEach((table, output) -> {
            if (!unknown.contains(output.from()) && views.contains(output.from())) {
                OutputAnalysis analysis = new OutputAnalysis(loaded, database, table, output);
                analysis.plan(views.require(output.from()).schema(), views.schemas())
                        .ifPresent(plan -> outputs.put(table, plan));
                problems.addAll(analysis.problems());
            }
        });
    }

    /** Spark's error class within a sentence tells a reader nothing. */
    private static String plain(String problem) {
        return problem.replaceAll("\\[[A-Z][A-Z0-9_.]+] ", "")
                .replaceAll("( on search path \\[[^]]*])?[.]?; line \\d+ pos \\d+", "");
    }

    private Dataset<Row> empty(StructType schema) {
        return views.session().createDataFrame(List.of(), schema);
    }
}
