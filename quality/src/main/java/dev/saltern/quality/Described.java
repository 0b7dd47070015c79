/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/** Gives the jobs of a piece of work a description that a human reads in the Spark UI. */
final class Described {
    private static final String PROPERTY = "spark.job.description";

    private Described() {}

    /** Runs the work with the description set on this thread, and restores the one before. */
    static <T> T run(SparkContext context, String description, Supplier<T> work) {
        String before = context.getLocalProperty(PROPERTY);
        context.setLocalProperty(PROPERTY, description);
        try {
            return work.get();
        } finally {
            context.setLocalProperty(PROPERTY, before);
        }
    }
}
