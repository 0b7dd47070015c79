/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.JavaStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.SampleStep;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.RunVariables;
import dev.saltern.transforms.Dedupe;
import dev.saltern.transforms.Keep;
import dev.saltern.transforms.TableTransform;
import dev.saltern.transforms.sample.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns a step of a pipeline into a frame, lazily: no job runs here. */
public final class StepRunner {
    private final Map<String, String> runVariables;

    /** Creates a runner that puts these values in place of {@code ${from}} and {@code ${to}} in SQL. */
    public StepRunner(Map<String, String> runVariables) {
        this.runVariables = Map.copyOf(runVariables);
    }

    /**
     * Returns the frame of the step.
     *
     * @param pivotValues the values of a pivot step that names none, or empty if they are not known yet
     * @throws InvalidSqlException if a SQL text does not fit the views
     * @throws IllegalArgumentException if the step does not fit its inputs' columns
     */
    public Dataset<Row> apply(Step step, Views views, List<String> pivotValues) {
        if (step instanceof SqlStep sql) {
            return sql(sql, views);
        } else if (step instanceof DedupeStep dedupe) {
            return dedupe(dedupe).apply(views.require(dedupe.from()));
        } else if (step instanceof JoinStep join) {
            return Transforms.of(join).apply(views.require(join.left()), views.require(join.right()));
        } else if (step instanceof AggregateStep aggregate) {
            return Transforms.of(aggregate).apply(views.require(aggregate.from()));
        } else if (step instanceof PivotStep pivot) {
            return Transforms.of(pivot, pivotValues).apply(views.require(pivot.from()));
        } else if (step instanceof MovingAverageStep average) {
            return Transforms.of(average).apply(views.require(average.from()));
        } else if (step instanceof SampleStep sample) {
            return new Sample(Samples.method(sample.method()), sample.keys(), sample.seed())
                    .apply(views.require(sample.from()));
        } else if (step instanceof JavaStep java) {
            return java(java, views);
        }
        throw new IllegalStateException("Cannot run step " + step.name() + ": its kind is unknown");
    }

    /** Returns the transform of a dedupe step. */
    public static Dedupe dedupe(DedupeStep step) {
        return new Dedupe(step.keys(), keep(step.keep()));
    }

    private Dataset<Row> sql(SqlStep step, Views views) {
        Text text = step.sql();
        String filled = RunVariables.fill(text.text(), runVariables);
        Text sql = new Text(filled, text.file(), text.line(), text.column());
        SqlQuery.parse(sql);
        try {
            return views.session().sql(filled);
        } catch (Exception e) {
            throw InvalidSqlException.of(sql, e);
        }
    }

    private static Dataset<Row> java(JavaStep step, Views views) {
        Map<String, Dataset<Row>> inputs = new LinkedHashMap<>();
        step.from().forEach(name -> inputs.put(name, views.require(name)));
        return transform(step).transform(inputs, step.options());
    }

    private static TableTransform transform(JavaStep step) {
        try {
            Class<?> type =
                    Class.forName(step.className(), true, Thread.currentThread().getContextClassLoader());
            return (TableTransform) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "Cannot load class " + step.className() + ": " + e
                            + ". It must be on the class path, public, with a public constructor without parameters,"
                            + " and implement " + TableTransform.class.getName(),
                    e);
        }
    }

    private static Keep keep(dev.saltern.conf.Keep keep) {
        if (keep instanceof dev.saltern.conf.Keep.Latest latest) {
            return Keep.latest(latest.column());
        } else if (keep instanceof dev.saltern.conf.Keep.Earliest earliest) {
            return Keep.earliest(earliest.column());
        }
        return Keep.any();
    }
}
