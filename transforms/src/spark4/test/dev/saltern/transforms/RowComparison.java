/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Same rows, each as many times, in any order: by hand, for there is no spark-testing-base for this version of Spark. */
final class RowComparison {
    private RowComparison() {}

    static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
        assertThat(counted(actual)).isEqualTo(counted(expected));
    }

    private static Map<Row, Long> counted(Dataset<Row> rows) {
        return rows.collectAsList().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
