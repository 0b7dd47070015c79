/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
    /** Rule i is broken where bit i of the number is set, so that each row has a mask of its own. */
    @ParameterizedTest
    @ValueSource(ints = {3, 31, 32, 1_000})
    void countsAreTheSameWhetherTheMasksFitTheDriverOrNot(int maxMasks) {
        Dataset<Row> rows = LocalSpark.SESSION.range(32).toDF("n");
        List<Check.OnRow> checks =
                IntStream.range(0, 70).mapToObj(PassTest::bit).toList();

        Map<Check, Tally> counted = Pass.histogram(rows, checks, maxMasks);

        assertThat(checks)
                .allSatisfy(check ->
                        assertThat(counted.get(check)).isEqualTo(Tally.rows(checks.indexOf(check) < 5 ? 16 : 0, 32)));
    }

    private static Check.OnRow bit(int i) {
        FiledRule rule =
                LocalSpark.filed(Action.WARN, "ColumnValues \"n\" > " + i).get(0);
        Claim claim = new Claim(rule, "metric", "required", functions.lit(true), null);
        return new Check.OnRow(
                claim,
                functions.expr("floor(n / power(2, " + i + ")) % 2 = 1"),
                functions.lit("bit " + i),
                Check.Witness.ROWS);
    }
}
