/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes one table from others: the interface that user code of a {@code java} step implements.
 *
 * <p>The class is public and has a public constructor without parameters. One instance is made per use, on the driver,
 * and is called once: it needs neither thread safety nor serialization, as long as no lambda that runs on executors
 * captures it.
 *
 * <p>The call only describes the result. It is also made with empty tables of the right schema, to check a pipeline
 * before any data is read, so it runs no action ({@code count}, {@code collect}, {@code write}), and its output schema
 * depends on the input schemas and the options alone. For the same input rows it gives the same output rows, in
 * whatever order and partitions they come: no {@code rand()}, no {@code monotonically_increasing_id()}, no {@code
 * first} without an order.
 *
 * <pre>{@code
 * public final class CelsiusToKelvin implements TableTransform {
 *     @Override
 *     public Dataset<Row> transform(Map<String, Dataset<Row>> inputs, Map<String, String> options) {
 *         String column = options.getOrDefault("column", "temperature");
 *         Dataset<Row> readings = inputs.get("readings");
 *         return readings.withColumn(column, readings.col(column).plus(273.15));
 *     }
 * }
 * }</pre>
 */
public interface TableTransform {

    /**
     * Describes the output table; runs no action.
     *
     * @param inputs the tables the step names, by that name, in the order of the step; unmodifiable
     * @param options the options of the step, as written; unmodifiable, empty when there are none
     * @return the output table, which becomes visible to later steps under the name of the step
     * @throws IllegalArgumentException when an input, a column or an option is missing or wrong: a {@link
     *     InvalidTransformException} if several things can be wrong at once
     */
    Dataset<Row> transform(Map<String, Dataset<Row>> inputs, Map<String, String> options);
}
