/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule type on tables of one column v: passes, fails, all null, empty, one row, where, threshold. */
class LaneTableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            IsComplete "v"                                | 1 2       | PASSED | 1     | 0
            IsComplete "v"                                | 1 2 3 -   | FAILED | 0.75  | 1
            IsComplete "v"                                | - -       | FAILED | 0     | 2
            IsComplete "v"                                |           | PASSED | none  | 0
            IsComplete "v"                                | 1         | PASSED | 1     | 0
            IsComplete "v" where "v is null"              | 1 2 3 -   | FAILED | 0     | 1
            IsComplete "v" where "v > 1"                  | 1 2 3 -   | PASSED | 1     | 0
            IsComplete "v" where "v > 9"                  | 1 2 3 -   | PASSED | none  | 0
            ColumnValues "v" > 0                          | 1 2       | PASSED | 1     | 0
            ColumnValues "v" > 1                          | 1 2       | FAILED | 0.5   | 1
            ColumnValues "v" > 1                          | - -       | FAILED | 0     | 2
            ColumnValues "v" > 1                          |           | PASSED | none  | 0
            ColumnValues "v" > 1                          | 2         | PASSED | 1     | 0
            ColumnValues "v" > 2 where "v <> 1"           | 1 2 3 -   | FAILED | 0.5   | 1
            ColumnValues "v" > 1 with threshold >= 0.75   | 1 2 3 4   | PASSED | 0.75  | 1
            ColumnValues "v" > 1 with threshold > 0.75    | 1 2 3 4   | FAILED | 0.75  | 1
            ColumnValues "v" != 1 with threshold = 1      | - -       | PASSED | 1     | 0
            ColumnValues "v" > 1 with threshold > 0       |           | FAILED | none  | 0
            ColumnValues "v" > 2 where "v > 1" with threshold > 0.6 | 1 2 3 4 - | PASSED | 0.6666666666666667 | 1
            Completeness "v" > 0.7                        | 1 2 3 -   | PASSED | 0.75  | 1
            Completeness "v" > 0.75                       | 1 2 3 -   | FAILED | 0.75  | 1
            Completeness "v" between 0.7 and 0.8          | 1 2 3 -   | PASSED | 0.75  | 1
            Completeness "v" >= 0                         | - -       | PASSED | 0     | 2
            Completeness "v" >= 0                         |           | FAILED | none  | 0
            Completeness "v" = 1.0                        | 1         | PASSED | 1     | 0
            Completeness "v" = 0.5 where "v is null or v = 1" | 1 2 3 - | PASSED | 0.5 | 1
            RowCount > 1                                  | 1 2       | PASSED | 2     | 0
            RowCount > 2                                  | 1 2       | FAILED | 2     | 0
            RowCount = 2                                  | - -       | PASSED | 2     | 0
            RowCount = 0                                  |           | PASSED | 0     | 0
            RowCount > 0                                  |           | FAILED | 0     | 0
            RowCount between 0 and 2                      | 1         | PASSED | 1     | 0
            RowCount not in [1, 2]                        | 1         | FAILED | 1     | 0
            RowCount = 1 where "v > 2"                    | 1 2 3 -   | PASSED | 1     | 0
            IsUnique "v"                                  | 1 2 - -   | PASSED | 1     | 0
            IsUnique "v"                                  | 1 2 2 3   | FAILED | 0.5   | 2
            IsUnique "v"                                  | - -       | PASSED | 1     | 0
            IsUnique "v"                                  |           | PASSED | none  | 0
            IsUnique "v"                                  | 1         | PASSED | 1     | 0
            IsUnique "v" where "v < 2"                    | 1 2 2     | PASSED | 1     | 0
            IsPrimaryKey "v"                              | 1 2 3     | PASSED | 1     | 0
            IsPrimaryKey "v"                              | 1 2 2 -   | FAILED | 0.25  | 3
            IsPrimaryKey "v"                              | - -       | FAILED | 0     | 2
            IsPrimaryKey "v"                              |           | PASSED | none  | 0
            IsPrimaryKey "v"                              | 1         | PASSED | 1     | 0
            IsPrimaryKey "v" where "v > 2"                | 2 2 3 -   | PASSED | 1     | 0
            """)
    void ruleComesOutAs(String rule, String values, Outcome outcome, Double observed, long badRows) {
        Dataset<Row> rows = table(values);
        List<RuleResult> results = RuleBook.compile(LocalSpark.filed(Action.FAIL, rule), rows.schema())
                .evaluate(rows);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(outcome);
            assertThat(result.refusesPublish()).isEqualTo(outcome == Outcome.FAILED);
            assertThat(result.observed()).isEqualTo(observed);
            assertThat(result.badRows()).isEqualTo(badRows);
            assertThat(result.totalRows()).isEqualTo(rows.count());
        });
    }

    private static Dataset<Row> table(String values) {
        Row[] rows = values == null
                ? new Row[0]
                : Arrays.stream(values.split(" ", -1))
                        .map(value -> RowFactory.create("-".equals(value) ? null : Integer.valueOf(value)))
                        .toArray(Row[]::new);
        return LocalSpark.table("v INT", rows);
    }
}
