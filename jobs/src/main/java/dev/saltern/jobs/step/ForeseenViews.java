/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.Pipeline;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Step;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The views of a run as they will be, on tables without rows: what is planned on them can be read off before anything is read. */
public final class ForeseenViews {
    private static final Map<String, String> SOME_SCOPE = Map.of("from", "2000-01-01", "to", "2000-01-01");

    private final Views views;
    private final Map<String, List<String>> pivotValues;

    private ForeseenViews(SparkSession session, Map<String, List<String>> pivotValues) {
        this.views = new Views(session.newSession());
        this.pivotValues = pivotValues;
    }

    /**
     * Returns each source and each step that an output needs; a view is missing if its columns are not known yet. Plans queries; no job.
     *
     * @param sources the columns of the staged sources
     * @param pivotValues what earlier runs discovered, by the pivot step's name
     */
    public static Views of(
            SparkSession session,
            Pipeline pipeline,
            Map<String, StructType> sources,
            StepGraph graph,
            Map<String, List<String>> pivotValues) {
        ForeseenViews foreseen = new ForeseenViews(session, pivotValues);
        sources.forEach((name, schema) -> foreseen.views.put(name, foreseen.written(schema)));
        StepRunner runner = new StepRunner(SOME_SCOPE);
        for (Step step : pipeline.steps()) {
            if (graph.isNeeded(step.name()) && foreseen.isKnown(step)) {
                Dataset<Row> frame = runner.apply(step, foreseen.views, foreseen.values(step));
                // What a run writes down and reads back has lost where it came from.
                foreseen.views.put(step.name(), graph.isWrittenDown(step) ? foreseen.written(frame.schema()) : frame);
            }
        }
        return foreseen.views;
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
