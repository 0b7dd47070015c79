/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** What Spark's pages call a job. */
final class JobDescription {
    private static final String PROPERTY = "spark.job.description";

    private JobDescription() {}

    /** Runs jobs under the description and puts back what stood there. */
    static <T> T during(SparkSession session, String description, Supplier<T> jobs) {
        SparkContext context = session.sparkContext();
        String before = context.getLocalProperty(PROPERTY);
        context.setJobDescription(description);
        try {
            return jobs.get();
        } finally {
            context.setJobDescription(before);
        }
    }
}
