/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleProblem;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule type about a number over all rows on small tables. */
class AggregateLaneTest {
    static final String CASES = """
            passes   | RowCount > 1                         | 1 2       | PASSED | 2 | 0
            fails    | RowCount > 2                         | 1 2       | FAILED | 2 | 0
            all null | RowCount = 2                         | - -       | PASSED | 2 | 0
            empty    | RowCount = 0                         |           | PASSED | 0 | 0
            empty    | RowCount > 0                         |           | FAILED | 0 | 0
            one row  | RowCount between 0 and 2             | 1         | PASSED | 1 | 0
            one row  | RowCount not in [1, 2]               | 1         | FAILED | 1 | 0
            where    | RowCount = 1 where "v > 2"           | 1 2 3 -   | PASSED | 1 | 0
            passes   | Mean "v" = 2                         | 1 2 3 -   | PASSED | 2 | 0
            passes   | Mean "v" = 0.15                      | [DECIMAL(9,2)] 0.10 0.20 | PASSED | 0.15 | 0
            passes   | Sum "v" = 0.3                        | [DOUBLE] 0.1 0.2 | PASSED | 0.3 | 0
            passes   | Mean "v" = 1.5                       | [DOUBLE] 1 2 | PASSED | 1.5 | 0
            fails    | Mean "v" > 2                         | 1 2 3     | FAILED | 2 | 0
            fails    | Mean "v" != 7                        | [DOUBLE] 1 NaN | FAILED | none | 0
            all null | Mean "v" != 7                        | - -       | FAILED | none | 0
            empty    | Mean "v" >= 0                        |           | FAILED | none | 0
            one row  | Mean "v" = 4                         | 4         | PASSED | 4 | 0
            where    | Mean "v" = 2.5 where "v > 1"         | 1 2 3 -   | PASSED | 2.5 | 0
            passes   | Sum "v" = 6                          | 1 2 3 -   | PASSED | 6 | 0
            passes   | Sum "v" = 0.3                        | [DECIMAL(9,2)] 0.10 0.20 | PASSED | 0.3 | 0
            passes   | Sum "v" = 18446744073709551614       | [BIGINT] 9223372036854775807 9223372036854775807 | PASSED | 1.8446744073709552e19 | 0
            fails    | Sum "v" = 9007199254740992           | [BIGINT] 9007199254740992 1 | FAILED | 9007199254740993 | 0
            fails    | Sum "v" < 6                          | 1 2 3     | FAILED | 6 | 0
            fails    | Sum "v" > 0                          | [FLOAT] 1 Infinity | FAILED | none | 0
            all null | Sum "v" = 0                          | - -       | FAILED | none | 0
            empty    | Sum "v" = 0                          |           | FAILED | none | 0
            one row  | Sum "v" = -4                         | -4        | PASSED | -4 | 0
            where    | Sum "v" = 5 where "v > 1"            | 1 2 3 -   | PASSED | 5 | 0
            passes   | StandardDeviation "v" between 16.32 and 16.34 | 0 - 20 - 40 | PASSED | 16.329931618554521 | 0
            fails    | StandardDeviation "v" < 1            | 1 3       | FAILED | 1 | 0
            all null | StandardDeviation "v" >= 0           | - -       | FAILED | none | 0
            empty    | StandardDeviation "v" >= 0           |           | FAILED | none | 0
            one row  | StandardDeviation "v" = 0            | 4         | PASSED | 0 | 0
            where    | StandardDeviation "v" = 1 where "v < 9" | 1 3 9 - | PASSED | 1 | 0
            passes   | Variance "v" = 4                     | 1 5 -     | PASSED | 4 | 0
            fails    | Variance "v" < 4                     | [DECIMAL(4,1)] 1.0 5.0 | FAILED | 4 | 0
            all null | Variance "v" >= 0                    | - -       | FAILED | none | 0
            empty    | Variance "v" >= 0                    |           | FAILED | none | 0
            one row  | Variance "v" = 0                     | 4         | PASSED | 0 | 0
            where    | Variance "v" = 4 where "v < 9"       | 1 5 9     | PASSED | 4 | 0
            passes   | Skewness "v" between 0.7 and 0.71    | 1 1 4 -   | PASSED | 0.70710678118654752 | 0
            fails    | Skewness "v" < 0                     | 1 1 4     | FAILED | 0.70710678118654752 | 0
            all null | Skewness "v" >= -9                   | - -       | FAILED | none | 0
            empty    | Skewness "v" >= -9                   |           | FAILED | none | 0
            one row  | Skewness "v" >= -9                   | 4         | FAILED | none | 0
            where    | Skewness "v" = 0 where "v < 9"       | 1 2 3 9   | PASSED | 0 | 0
            passes   | Kurtosis "v" = -1.5                  | 1 1 4 -   | PASSED | -1.5 | 0
            fails    | Kurtosis "v" > 0                     | 1 1 4     | FAILED | -1.5 | 0
            all null | Kurtosis "v" >= -9                   | - -       | FAILED | none | 0
            empty    | Kurtosis "v" >= -9                   |           | FAILED | none | 0
            one row  | Kurtosis "v" >= -9                   | 4         | FAILED | none | 0
            where    | Kurtosis "v" = -2 where "v < 9"      | 1 3 9     | PASSED | -2 | 0
            passes   | Range "v" = 4                        | 5 - 1     | PASSED | 4 | 0
            passes   | Range "v" = 30                       | [DATE] 2024-01-31 2024-01-01 | PASSED | 30 | 0
            passes   | Range "v" = 5400.5                   | [TIMESTAMP] 2024-01-01T00:00:00 2024-01-01T01:30:00.5 | PASSED | 5400.5 | 0
            passes   | Range "v" = 0.3                      | [FLOAT] 0.1 0.4 | PASSED | 0.3 | 0
            passes   | Range "v" = 18446744073709551615     | [BIGINT] -9223372036854775808 9223372036854775807 | PASSED | 1.8446744073709552e19 | 0
            fails    | Range "v" < 4                        | [DECIMAL(4,1)] 1.0 5.0 | FAILED | 4 | 0
            fails    | Range "v" >= 0                       | [DOUBLE] 1 NaN | FAILED | none | 0
            all null | Range "v" >= 0                       | - -       | FAILED | none | 0
            empty    | Range "v" >= 0                       |           | FAILED | none | 0
            one row  | Range "v" = 0                        | 4         | PASSED | 0 | 0
            where    | Range "v" = 2 where "v < 9"          | 1 3 9     | PASSED | 2 | 0
            passes   | ZerosCount "v" = 2                   | 0 1 0 -   | PASSED | 2 | 0
            passes   | ZerosCount "v" = 2                   | [DOUBLE] 0.0 -0.0 NaN | PASSED | 2 | 0
            fails    | ZerosCount "v" = 0                   | 0 1       | FAILED | 1 | 0
            all null | ZerosCount "v" = 0                   | - -       | PASSED | 0 | 0
            empty    | ZerosCount "v" = 0                   |           | PASSED | 0 | 0
            one row  | ZerosCount "v" = 1                   | 0         | PASSED | 1 | 0
            where    | ZerosCount "v" = 0 where "v > 0"     | 0 1       | PASSED | 0 | 0
            passes   | ColumnCorrelation "v" "w" = 1        | [v INT, w DOUBLE] 1,2 2,4 -,9 9,- | PASSED | 1 | 0
            fails    | ColumnCorrelation "v" "w" > 0        | [v INT, w INT] 1,3 2,2 3,1 | FAILED | -1 | 0
            all null | ColumnCorrelation "v" "w" >= -1      | [v INT, w INT] 1,- -,2 | FAILED | none | 0
            empty    | ColumnCorrelation "v" "w" >= -1      | [v INT, w INT] | FAILED | none | 0
            one row  | ColumnCorrelation "v" "w" >= -1      | [v INT, w INT] 1,2 | FAILED | none | 0
            where    | ColumnCorrelation "v" "w" = 1 where "v < 9" | [v INT, w INT] 1,2 2,4 9,0 | PASSED | 1 | 0
            """;

    static Stream<LaneCase> cases() {
        return LaneCase.read(CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ruleComesOutAs(LaneCase line) {
        line.check();
    }

    @Test
    void columnsWithoutNumbersAreReportedAtTheirPlace() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.WARN,
                "Mean \"name\" > 1",
                "StandardDeviation \"name\" < 1",
                "ColumnCorrelation \"n\" \"name\" > 0",
                "Range \"name\" < 1",
                "ZerosCount \"name\" = 0",
                "Sum \"n\" between 2 and 1");
        assertThat(RuleBook.check(rules, StructType.fromDDL("name STRING, n INT")))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:1:6: Cannot take the mean of name: the column is string",
                        "rules.dqdl:2:19: Cannot take the standard deviation of name: the column is string",
                        "rules.dqdl:3:23: Cannot take the correlation of name: the column is string",
                        "rules.dqdl:4:7: Cannot take the range of name: the column is string",
                        "rules.dqdl:5:12: Cannot take the zeros of name: the column is string",
                        "rules.dqdl:6:9: Invalid range: between 2 and 1 (must be from the lower end to the higher)");
    }

    @Test
    void everyNumberRidesInTheWriteAndIsTheSame() {
        Dataset<Row> rows = LocalSpark.table(
                "v INT, w DOUBLE", RowFactory.create(1, 3.0), RowFactory.create(0, 1.0), RowFactory.create(4, null));
        List<FiledRule> rules = LocalSpark.filed(
                Action.WARN,
                "Mean \"w\" > 1",
                "Sum \"v\" > 1 where \"w > 1\"",
                "StandardDeviation \"v\" > 1",
                "Variance \"v\" > 1",
                "Skewness \"v\" > 0",
                "Kurtosis \"v\" > 0",
                "Range \"v\" > 1",
                "ZerosCount \"v\" = 1",
                "ColumnCorrelation \"v\" \"w\" > 0");
        RuleBook book = RuleBook.compile(rules, rows.schema());
        List<Check.Scanned> scanned =
                book.checks().stream().map(Check.Scanned.class::cast).toList();
        try (Observed observed = Observed.of(rows, scanned, "numbers")) {
            observed.rows().write().format("noop").mode("overwrite").save();
            Evidence evidence = new Evidence(KnownKeys.NONE, observed);
            List<RuleResult> byWrite = book.evaluate(rows, evidence);
            assertThat(byWrite)
                    .allMatch(result -> result.provenBy() == ProvenBy.WRITE)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("provenBy")
                    .containsExactlyElementsOf(book.evaluate(rows));
        }
    }
}
