/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.ledger.InputLedger;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.transforms.internal.Spark;
import org.apache.spark.sql.SparkSession;

/**
 * A run that is planned but not carried out.
 *
 * @param plan the pipeline, analysed whole
 * @param inputs the files that the run would read
 * @param run an id for its workspace
 * @param ledger what is live, and from which files
 */
public record PlannedRun(PipelinePlan plan, RunInputs inputs, RunId run, InputLedger ledger) {
    /** Plans a run as {@link DayRun} does; reads no content of an input file and writes nothing. */
    public static PlannedRun of(SparkSession session, Environment environment, LoadedPipeline loaded, Scope scope) {
        return of(session, LivePlan.of(session, environment, loaded), scope);
    }

    /** Lists the files of a run. */
    static PlannedRun of(SparkSession session, LivePlan live, Scope scope) {
        PipelinePlan plan = live.plan();
        ScopeCheck.requireWholePartitions(plan, scope);
        InputLedger ledger = InputLedger.of(live.publisher(), plan);
        RunInputs inputs = RunInputs.list(Spark.state(session).newHadoopConf(), plan, scope, ledger.late(scope));
        RunId run = RunId.create(Claim.of(scope, plan.quarantine().partitioning()), inputs.key());
        return new PlannedRun(plan, inputs, run, ledger);
    }
}
