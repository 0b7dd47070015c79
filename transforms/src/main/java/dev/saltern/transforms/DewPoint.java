/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Adds the dew point to rows that hold a temperature and a relative humidity; the class behind the {@code java} step of the pipeline
 * {@code sensor-daily}, and a pattern for steps of one's own.
 *
 * <p>Takes one input. Options: {@code temperature} and {@code humidity} name the columns (defaults {@code temperature}, in degrees Celsius
 * in [-45, 60], and {@code humidity}, in percent in (0, 100]), {@code as} names the new column (default {@code dew_point}, DOUBLE, degrees
 * Celsius, six decimals). NULL where an input is NULL or the humidity is not positive. Rows, order and partitioning are kept; no shuffle;
 * deterministic.
 *
 * @see "World Meteorological Organization, WMO-No. 8, Guide to Instruments and Methods of Observation, Annex 4.B, formulae for the
 *     computation of measures of humidity: saturation vapour pressure over water, with 17.62 and 243.12 degrees Celsius"
 */
public final class DewPoint implements TableTransform {
    private static final double FACTOR = 17.62;
    private static final double OFFSET_CELSIUS = 243.12;
    private static final int DECIMALS = 6;
    private static final List<String> OPTIONS = List.of("temperature", "humidity", "as");

    /** Creates the transform. */
    public DewPoint() {}

    @Override
    public Dataset<Row> transform(Map<String, Dataset<Row>> inputs, Map<String, String> options) {
        if (inputs.size() != 1) {
            throw new InvalidTransformException(
                    List.of("Cannot compute dew points: it takes one input, not " + inputs.size()));
        }
        List<String> unknown = options.keySet().stream()
                .filter(option -> !OPTIONS.contains(option))
                .map(option -> "Cannot compute dew points: unknown option '" + option + "' (must be one of "
                        + String.join(", ", OPTIONS) + ")")
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidTransformException(unknown);
        }
        Dataset<Row> rows = inputs.values().iterator().next();
        Column celsius = column(rows, options.getOrDefault("temperature", "temperature"));
        Column percent = column(rows, options.getOrDefault("humidity", "humidity"));
        return rows.withColumn(options.getOrDefault("as", "dew_point"), dewPoint(celsius, percent));
    }

    private static Column dewPoint(Column celsius, Column percent) {
        Column gamma =
                functions.log(percent.divide(100)).plus(celsius.multiply(FACTOR).divide(celsius.plus(OFFSET_CELSIUS)));
        Column result =
                gamma.multiply(OFFSET_CELSIUS).divide(functions.lit(FACTOR).minus(gamma));
        return functions.when(percent.gt(0), functions.round(result, DECIMALS));
    }

    private static Column column(Dataset<Row> rows, String name) {
        if (!Arrays.asList(rows.columns()).contains(name)) {
            throw new InvalidTransformException(List.of("Cannot compute dew points: column '" + name
                    + "' is not in the input (it has " + String.join(", ", rows.columns()) + ")"));
        }
        return rows.col("`" + name.replace("`", "``") + "`");
    }
}
