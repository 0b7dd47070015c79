/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.own;

import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.jspecify.annotations.Nullable;

/**
 * Tells the stages of one run from those of the runs beside it in the same Spark, whose listeners hear of all of them: by a local
 * property, which the threads that Spark starts for a query inherit. Immutable.
 */
public final class OwnStages {
    private static final String PROPERTY = "saltern.run";

    private final @Nullable String run;

    private OwnStages(@Nullable String run) {
        this.run = run;
    }

    /** Marks the stages that the work of this thread leads to as those of a run. */
    public static <T> T during(SparkContext spark, String run, Supplier<T> work) {
        String before = spark.getLocalProperty(PROPERTY);
        spark.setLocalProperty(PROPERTY, run);
        try {
            return work.get();
        } finally {
            spark.setLocalProperty(PROPERTY, before);
        }
    }

    /** Returns the stages of the run that this thread works for. */
    public static OwnStages of(SparkContext spark) {
        return new OwnStages(spark.getLocalProperty(PROPERTY));
    }

    /** Returns whether a stage is one of them. */
    public boolean include(SparkListenerStageSubmitted submitted) {
        return include(submitted.properties());
    }

    /** Returns whether a stage or a job with these properties is one of them, or leads to them. */
    public boolean include(@Nullable Properties properties) {
        return Objects.equals(run, properties == null ? null : properties.getProperty(PROPERTY));
    }
}
