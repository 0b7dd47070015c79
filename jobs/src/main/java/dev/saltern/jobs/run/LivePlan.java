/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.plan.Analysis;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.jobs.session.PublishStores;
import dev.saltern.transforms.internal.Spark;
import java.time.InstantSource;
import org.apache.spark.sql.SparkSession;

/**
 * A pipeline that was analysed, beside what is live of its tables.
 *
 * @param publisher knows what is live
 * @param fixed what earlier runs found out and later ones keep to
 * @param plan the pipeline, analysed whole
 */
public record LivePlan(Publisher publisher, FixedValues fixed, PipelinePlan plan) {
    /** Analyses the pipeline; reads no input file and writes nothing. */
    public static LivePlan of(SparkSession session, Environment environment, LoadedPipeline loaded) {
        Lake lake = new Lake(environment.lake());
        LakeStore store = LakeStores.open(
                lake.root(), environment.access(), Spark.state(session).newHadoopConf());
        Publisher publisher = new Publisher(PublishStores.of(session, environment, store), InstantSource.system());
        FixedValues fixed = FixedValues.of(publisher, loaded.pipeline());
        return new LivePlan(
                publisher, fixed, Analysis.analyse(session, loaded, environment.database(), fixed.pivotValues()));
    }
}
