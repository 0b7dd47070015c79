/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.InvalidTransformException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHashTest {

    /** A NaN that has other bits than Java's own. */
    private static final double ODD_NAN = Double.longBitsToDouble(0xFFF8000000000123L);

    @Test
    void zerosAreOneKeyAndSoAreNans() {
        Dataset<Row> rows = table(
                "d DOUBLE, f FLOAT", row(0.0, 0f), row(-0.0, -0f), row(Double.NaN, Float.NaN), row(ODD_NAN, Float.NaN));

        assertThat(distinctHashes(rows, "d")).isEqualTo(2);
        assertThat(distinctHashes(rows, "f")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array(d)", "named_struct('a', 1, 'd', d)", "array(named_struct('d', d))"})
    void zerosInsideValuesAreOneKey(String nested) {
        Dataset<Row> rows = table("d DOUBLE", row(0.0), row(-0.0), row(ODD_NAN), row(Double.NaN))
                .selectExpr(nested + " AS k");

        assertThat(distinctHashes(rows, "k")).isEqualTo(2);
        assertThat(rows.groupBy("k").count().count()).isEqualTo(2);
    }

    @Test
    void nullInAnyKeyHasNoHash() {
        Dataset<Row> rows = table("a INT, b STRING", row(1, null), row(null, "x"), row(1, "x"));

        List<Row> hashes =
                rows.select(KeyHash.of(List.of("a", "b"), rows.schema())).collectAsList();

        assertThat(hashes).extracting(hash -> hash.isNullAt(0)).containsExactly(true, true, false);
    }

    @Test
    void orderAndPlaceOfKeysMatter() {
        Dataset<Row> rows = table("`a.b` INT, c INT", row(1, 2));

        assertThat(hash(rows, "a.b", "c")).isNotEqualTo(hash(rows, "c", "a.b"));
        assertThat(hash(rows, "A.B", "c")).isEqualTo(hash(rows, "a.b", "c"));
    }

    @Test
    void refusesKeysThatCannotBeGroupedBy() {
        Dataset<Row> rows = sql("SELECT map(1, 2) AS m, array(map(1, 2)) AS ms, 1 AS i");

        assertThatThrownBy(() -> KeyHash.of(List.of("m", "x", "i", "ms"), rows.schema()))
                .isInstanceOf(InvalidTransformException.class)
                .hasMessageContaining("Cannot hash keys: column 'm' has type MAP<INT, INT>")
                .hasMessageContaining("Cannot hash keys: column 'x' is not among [m, ms, i]")
                .hasMessageContaining("column 'ms'")
                .message()
                .hasLineCount(3);
        assertThatThrownBy(() -> KeyHash.of(List.of(), rows.schema()))
                .hasMessage("Invalid keys: [] (must be one column name or more)");
    }

    private static long distinctHashes(Dataset<Row> rows, String key) {
        return rows.select(KeyHash.of(List.of(key), rows.schema())).distinct().count();
    }

    private static long hash(Dataset<Row> rows, String... keys) {
        return rows.select(KeyHash.of(List.of(keys), rows.schema())).head().getLong(0);
    }
}
