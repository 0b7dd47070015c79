/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static dev.saltern.transforms.Tables.SPARK;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SkewDetectorTest {

    private static final Slots TWO = new Slots(2, 2);

    @Test
    void hotKeyStandsWithItsExactRowsAndNullRowsApart() {
        Dataset<Row> rows = table("k STRING", row("a"), row("b"), row("a"), row((Object) null), row("a"), row("c"));

        KeySpread spread = SkewDetector.measure(rows, List.of("k"), TWO);

        assertThat(spread.rows()).isEqualTo(6);
        assertThat(spread.nullRows()).isEqualTo(1);
        assertThat(spread.hot()).extracting(HotKey::text).containsExactly("a");
        assertThat(spread.hot().get(0).rowsAtLeast()).isEqualTo(3);
        assertThat(spread.hot().get(0).rowsAtMost()).isEqualTo(3);
        assertThat(spread.heaviestShare()).isEqualTo(0.5);
    }

    @Test
    void zerosAreOneKeyAndNanIsOne() {
        Dataset<Row> rows =
                table("d DOUBLE", row(0.0), row(-0.0), row(Double.NaN), row(0.0), row(Double.NaN), row(Double.NaN));

        KeySpread spread = SkewDetector.measure(rows, List.of("d"), TWO);

        assertThat(spread.hot()).extracting(HotKey::text).containsExactlyInAnyOrder("0.0", "NaN");
        assertThat(spread.hot()).extracting(HotKey::rowsAtLeast).containsExactly(3L, 3L);
    }

    @Test
    void compositeKeyIsHotAsAWhole() {
        Dataset<Row> rows = table(
                "site STRING, n INT",
                row("s", 1),
                row("s", 2),
                row("t", 1),
                row("s", 1),
                row("s", null),
                row("s", 1),
                row("t", 3));

        KeySpread spread = SkewDetector.measure(rows, List.of("site", "n"), TWO);

        assertThat(spread.hot()).extracting(HotKey::text).containsExactly("(s, 1)");
        assertThat(spread.hot().get(0).hash())
                .isEqualTo(rows.select(KeyHash.of(List.of("site", "n"), rows.schema()))
                        .head()
                        .getLong(0));
        assertThat(spread.nullRows()).isEqualTo(1);
    }

    @Test
    void emptyTableAndAllNullHaveNoHotKey() {
        Dataset<Row> none = table("k STRING");
        Dataset<Row> allNull = table("k STRING", row((Object) null), row((Object) null));

        assertThat(SkewDetector.measure(none, List.of("k"), TWO))
                .isEqualTo(new KeySpread(List.of("k"), 0, 0, List.of()));
        assertThat(SkewDetector.measure(allNull, List.of("k"), TWO))
                .isEqualTo(new KeySpread(List.of("k"), 2, 2, List.of()));
    }

    @Test
    void severalKeySetsShareAPass() {
        Dataset<Row> rows = table("k STRING, n INT", row("a", 1), row("a", 2), row("a", null), row("b", 3));

        Map<List<String>, KeySketch> sketches =
                SkewDetector.sketch(rows, List.of(List.of("k"), List.of("n"), List.of("n", "k")), TWO);

        assertThat(sketches.keySet()).containsExactly(List.of("k"), List.of("n"), List.of("n", "k"));
        assertThat(sketches.values()).extracting(KeySketch::rows).containsOnly(4L);
        assertThat(sketches.values()).extracting(KeySketch::nullRows).containsExactly(0L, 1L, 1L);
        assertThat(sketches.get(List.of("k")).hot(TWO))
                .extracting(HashCount::rowsAtLeast)
                .containsExactly(3L);
    }

    @Test
    void measuresEvenRowsWithoutALookUp() {
        KeySpread spread = SkewDetector.measure(
                sql("SELECT id % 5000 AS k FROM range(0, 20000, 1, 4)"), List.of("k"), new Slots(2, 200));

        assertThat(spread).isEqualTo(new KeySpread(List.of("k"), 20_000, 0, List.of()));
    }

    @Test
    void reportsAtMostThousandKeys() {
        KeySpread spread = SkewDetector.measure(
                sql("SELECT id DIV 3 AS k FROM range(0, 4500, 1, 3)"), List.of("k"), new Slots(2, 4500));

        assertThat(spread.hot()).hasSize(1000).extracting(HotKey::rowsAtLeast).containsOnly(3L);
    }

    @Test
    void putsTheJobDescriptionBack() {
        SPARK.sparkContext().setJobDescription("mine");
        try {
            SkewDetector.measure(table("k INT", row(1), row(1)), List.of("k"), TWO);

            assertThat(SPARK.sparkContext().getLocalProperty("spark.job.description"))
                    .isEqualTo("mine");
        } finally {
            SPARK.sparkContext().setJobDescription(null);
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        Dataset<Row> rows = table("key INT", row(1));

        assertThatThrownBy(() -> SkewDetector.measure(rows, List.of("kye"), TWO))
                .isInstanceOf(InvalidTransformException.class)
                .hasMessage("Cannot measure keys: column 'kye' is not on the input (nearest: key)");
        assertThatThrownBy(() -> SkewDetector.sketch(rows, List.of(), TWO))
                .hasMessage("Invalid key sets: [] (must be one list of columns or more)");
    }
}
