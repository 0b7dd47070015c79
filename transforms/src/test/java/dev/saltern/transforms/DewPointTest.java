/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class DewPointTest {
    private static final String AIR = "temperature DOUBLE, humidity DOUBLE";

    private static Dataset<Row> apply(Dataset<Row> rows, Map<String, String> options) {
        return new DewPoint().transform(Map.of("air", rows), options);
    }

    @Test
    void saturatedAirCondensesAtItsOwnTemperatureAndDrierAirBelowIt() {
        // 9.255175 degrees at 20 degrees and 50 percent, worked out apart from this code.
        assertSameRows(
                table(AIR + ", td DOUBLE", row(20.0, 100.0, 20.0), row(20.0, 50.0, 9.255175), row(-5.0, 100.0, -5.0)),
                apply(table(AIR, row(20.0, 100.0), row(20.0, 50.0), row(-5.0, 100.0)), Map.of("as", "td")));
    }

    @Test
    void withoutHumidityThereIsNoDewPoint() {
        assertSameRows(
                table(AIR + ", dew_point DOUBLE", row(20.0, 0.0, null), row(null, 50.0, null), row(20.0, null, null)),
                apply(table(AIR, row(20.0, 0.0), row(null, 50.0), row(20.0, null)), Map.of()));
    }

    @Test
    void unknownOptionsAndColumnsAreNamed() {
        assertThatThrownBy(() -> apply(table(AIR), Map.of("humidty", "humidity")))
                .hasMessage(
                        "Cannot compute dew points: unknown option 'humidty' (must be one of temperature, humidity, as)");
        assertThatThrownBy(() -> apply(table("t DOUBLE, humidity DOUBLE"), Map.of()))
                .hasMessage("Cannot compute dew points: column 'temperature' is not in the input (it has t, humidity)");
    }
}
