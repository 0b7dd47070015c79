/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Environment;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.report.RunPreview;
import dev.saltern.jobs.stage.SourceFiles;
import dev.saltern.jobs.stage.Staging;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Finds out what a run would do, from the pipeline, the names of the input files and the journal. */
public final class Preview {
    private final Publisher publisher;
    private final PipelinePlan plan;
    private final RunInputs inputs;
    private final Scope scope;

    private Preview(Publisher publisher, PipelinePlan plan, RunInputs inputs, Scope scope) {
        this.publisher = publisher;
        this.plan = plan;
        this.inputs = inputs;
        this.scope = scope;
    }

    /** Returns what a run over the scope would do; reads no content of an input file and writes nothing. */
    public static RunPreview of(SparkSession session, Environment environment, LoadedPipeline loaded, Scope scope) {
        LivePlan live = LivePlan.of(session, environment, loaded);
        RunInputs inputs = PlannedRun.of(session, live, scope).inputs();
        return new Preview(live.publisher(), live.plan(), inputs, scope).preview();
    }

    private RunPreview preview() {
        List<RunPreview.Read> reads = inputs.files().entrySet().stream()
                .map(entry -> new RunPreview.Read(
                        entry.getKey(),
                        entry.getValue().files().size(),
                        entry.getValue().files().stream()
                                .mapToLong(file -> file.size())
                                .sum()))
                .toList();
        return new RunPreview(
                plan.pipeline().name(),
                scope.toString(),
                inputs.key().sha256(),
                reads,
                plan.tables().stream().map(this::write).toList(),
                notes(),
                List.of());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(plan.notes());
        Partitioning partitioning = plan.pipeline().partitioning();
        if (partitioning.lookback() > 0
                && plan.sources().values().stream()
                        .noneMatch(source -> Staging.mayComeLate(source.source(), partitioning))) {
            notes.add(
                    "The lookback has no effect: no source has both a path with ${dt} and a partition expression, so no"
                            + " row can be late");
        }
        plan.sources().forEach((name, source) -> {
            SourceFiles files = inputs.files().get(name);
            if (source.source().noFiles() == Source.NoFiles.FAIL
                    && (files == null || files.files().isEmpty())) {
                notes.add("A run would fail: no file was found for " + name + " ("
                        + source.source().path() + ")");
            }
        });
        for (TableSpec table : plan.tables()) {
            publisher
                    .published()
                    .takenBack(table, inputs.key(), Claim.of(scope, table.partitioning()))
                    .ifPresent(version -> notes.add("The same input was published as version " + version + " of "
                            + table.table() + " and rolled back since: a run would publish it again"));
        }
        return notes;
    }

    private static String layout(TableSpec table, @Nullable OutputPlan output) {
        Bucket bucket = table.bucket();
        if (bucket != null) {
            return bucket.toString();
        }
        return output == null ? "" : "of " + output.output().targetFileSize();
    }

    private RunPreview.Write write(TableSpec table) {
        Claim claim = Claim.of(scope, table.partitioning());
        OutputPlan output = plan.outputs().get(table.table());
        return new RunPreview.Write(
                table.table(),
                table.schema().toDDL(),
                output == null ? 0 : output.rules().size(),
                claim.partitions().size(),
                publisher.published().livePartitions(table, claim),
                layout(table, output),
                publisher.published().live(table, inputs.key(), claim).isPresent());
    }
}
