/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Same rows, each as many times, in any order: by spark-testing-base, which there is for this version of Spark. */
final class RowComparison {
    private static final JavaDataFrameSuiteBase SUITE = new JavaDataFrameSuiteBase();

    private RowComparison() {}

    static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
        SUITE.assertDataFrameNoOrderEquals(expected, actual);
    }
}
