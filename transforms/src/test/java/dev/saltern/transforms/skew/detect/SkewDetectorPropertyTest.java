/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static dev.saltern.transforms.Tables.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.groups.Tuple;

class SkewDetectorPropertyTest {

    @Property(tries = 5)
    void hotKeysAndTheirRowsAreThoseOfAGroupBy(
            @ForAll @DoubleRange(min = 0.1, max = 2) double exponent,
            @ForAll @IntRange(min = 1, max = 300) int partitions,
            @ForAll @IntRange(min = 1, max = 7) int tasks,
            @ForAll long seed) {
        Dataset<Row> rows = powerLaw(exponent, Math.abs(seed / 2), tasks);
        long threshold = Math.max(1, 8_000 / partitions / 2);

        KeySpread spread = SkewDetector.measure(rows, List.of("k"), new Slots(2, partitions));

        List<Tuple> expected =
                rows.where("k IS NOT NULL").groupBy("k").count().where("count > " + threshold).collectAsList().stream()
                        .map(row -> tuple(row.get(0), row.getLong(1), row.getLong(1)))
                        .toList();
        assertThat(spread.rows()).isEqualTo(8_000);
        assertThat(spread.nullRows()).isEqualTo(160);
        assertThat(spread.hot())
                .extracting(key -> key.values().get(0), HotKey::rowsAtLeast, HotKey::rowsAtMost)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(spread.hot())
                .isSortedAccordingTo((one, other) -> Long.compare(other.rowsAtLeast(), one.rowsAtLeast()));
    }

    /** Rows whose rank follows a power law, cut at 1 and 30,000: many keys with a single row, some with many. */
    private static Dataset<Row> powerLaw(double exponent, long seed, int tasks) {
        return sql(String.format(
                Locale.ROOT,
                "SELECT CASE WHEN id %% 50 = 0 THEN NULL"
                        + " ELSE CAST(LEAST(30000, POWER(1 - u, -1 / %f)) AS INT) END AS k"
                        + " FROM (SELECT id, (abs(xxhash64(id, %dL)) %% 1000000) / 1000000D AS u"
                        + " FROM range(0, 8000, 1, %d))",
                exponent,
                seed,
                tasks));
    }
}
