/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Step;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.step.StepGraph;
import dev.saltern.jobs.step.StepRunner;
import dev.saltern.jobs.step.Views;
import dev.saltern.quality.KnownKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The columns by which a run will know, from the steps alone, that no two rows of a view are equal. Plans queries; no job. */
final class ForeseenKeys {
    private static final Map<String, String> SOME_SCOPE = Map.of("from", "2000-01-01", "to", "2000-01-01");

    private final Views views;
    private final PipelinePlan plan;
    private final Map<String, List<String>> pivotValues;

    ForeseenKeys(SparkSession session, PipelinePlan plan, Map<String, List<String>> pivotValues) {
        this.views = new Views(session.newSession());
        this.plan = plan;
        this.pivotValues = pivotValues;
    }

    /** Returns the keys of each source and step that an output reads; a view is missing if its columns are not known yet. */
    Map<String, KnownKeys> byView() {
        plan.sources().forEach((name, source) -> views.put(name, written(source.staged())));
        StepRunner runner = new StepRunner(SOME_SCOPE);
        for (Step step : plan.pipeline().steps()) {
            if (plan.graph().isNeeded(step.name()) && isKnown(step)) {
                Dataset<Row> frame = runner.apply(step, views, values(step));
                // What a run writes down and reads back has lost where it came from.
                views.put(step.name(), StepStage.isWrittenDown(step, plan.graph()) ? written(frame.schema()) : frame);
            }
        }
        Map<String, KnownKeys> keys = new LinkedHashMap<>();
        plan.pipeline().outputs().values().forEach(output -> {
            if (views.contains(output.from())) {
                keys.put(output.from(), KnownKeys.of(views.require(output.from())));
            }
        });
        return keys;
    }

    private List<String> values(Step step) {
        return pivotValues.getOrDefault(step.name(), List.of());
    }

    private boolean isKnown(Step step) {
        boolean open = step instanceof PivotStep pivot
                && pivot.values().isEmpty()
                && values(step).isEmpty();
        return !open && StepGraph.inputsOf(step).stream().allMatch(views::contains);
    }

    /** An RDD, for of a table that is known to be empty the optimizer keeps nothing. */
    private Dataset<Row> written(StructType schema) {
        SparkSession session = views.session();
        return session.createDataFrame(
                session.sparkContext()
                        .emptyRDD(scala.reflect.ClassTag$.MODULE$.<Row>apply(Row.class))
                        .toJavaRDD(),
                schema);
    }
}
