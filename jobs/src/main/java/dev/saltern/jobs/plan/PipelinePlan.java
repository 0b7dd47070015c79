/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Pipeline;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.step.ForeseenViews;
import dev.saltern.jobs.step.StepGraph;
import dev.saltern.jobs.step.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A pipeline that was analysed whole: every text parses, every column exists, every rule fits.
 *
 * @param loaded the pipeline as loaded
 * @param sources by view name
 * @param outputs by table name; outputs whose columns are known only after reading are missing, and {@code notes} says so
 * @param views the columns of each source and step, by name; those known only after reading are missing
 * @param quarantine the table of the rows that are set aside
 * @param graph which step reads what
 * @param notes what could not be checked before reading
 */
public record PipelinePlan(
        LoadedPipeline loaded,
        Map<String, SourcePlan> sources,
        Map<String, OutputPlan> outputs,
        Map<String, StructType> views,
        TableSpec quarantine,
        StepGraph graph,
        List<String> notes) {
    public PipelinePlan {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        views = Map.copyOf(views);
        notes = List.copyOf(notes);
    }

    /** Returns whether every output is planned: none waits for the values of a pivot. */
    public boolean isComplete() {
        return outputs.size() == pipeline().outputs().size();
    }

    /** Returns the tables that are known, the quarantine table last. */
    public List<TableSpec> tables() {
        List<TableSpec> tables =
                new ArrayList<>(outputs.values().stream().map(OutputPlan::table).toList());
        tables.add(quarantine);
        return tables;
    }

    /** Returns the views of a run as they will be, on tables without rows; plans queries, no job. */
    public Views foreseen(SparkSession session, Map<String, List<String>> pivotValues) {
        Map<String, StructType> staged = new LinkedHashMap<>();
        sources.forEach((name, source) -> staged.put(name, source.staged()));
        return ForeseenViews.of(session, pipeline(), staged, graph, pivotValues);
    }

    /** Returns the pipeline. */
    public Pipeline pipeline() {
        return loaded.pipeline();
    }
}
