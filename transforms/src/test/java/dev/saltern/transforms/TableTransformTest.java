/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TableTransformTest {

    /** The example of the Javadoc. */
    public static final class CelsiusToKelvin implements TableTransform {
        @Override
        public Dataset<Row> transform(Map<String, Dataset<Row>> inputs, Map<String, String> options) {
            String column = options.getOrDefault("column", "temperature");
            Dataset<Row> readings = inputs.get("readings");
            return readings.withColumn(column, readings.col(column).plus(273.15));
        }
    }

    @Test
    void exampleOfTheDocumentationWorks() {
        Dataset<Row> readings = table("id INT, t DOUBLE", row(1, 0.0));

        assertSameRows(
                table("id INT, t DOUBLE", row(1, 273.15)),
                new CelsiusToKelvin().transform(Map.of("readings", readings), Map.of("column", "t")));
    }
}
