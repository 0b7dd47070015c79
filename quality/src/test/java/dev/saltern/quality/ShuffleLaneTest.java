/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleProblem;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule type about rows with equal values on small tables. */
class ShuffleLaneTest {
    static final String CASES = """
            passes   | IsUnique "v"                     | 1 2 - -   | PASSED | 1    | 0
            fails    | IsUnique "v"                     | 1 2 2 3   | FAILED | 0.5  | 2
            all null | IsUnique "v"                     | - -       | PASSED | 1    | 0
            empty    | IsUnique "v"                     |           | PASSED | none | 0
            one row  | IsUnique "v"                     | 1         | PASSED | 1    | 0
            where    | IsUnique "v" where "v < 2"       | 1 2 2     | PASSED | 1    | 0
            passes   | IsPrimaryKey "v"                 | 1 2 3     | PASSED | 1    | 0
            fails    | IsPrimaryKey "v"                 | 1 2 2 -   | FAILED | 0.25 | 3
            all null | IsPrimaryKey "v"                 | - -       | FAILED | 0    | 2
            empty    | IsPrimaryKey "v"                 |           | PASSED | none | 0
            one row  | IsPrimaryKey "v"                 | 1         | PASSED | 1    | 0
            where    | IsPrimaryKey "v" where "v > 2"   | 2 2 3 -   | PASSED | 1    | 0
            passes   | Uniqueness "v" > 0.3             | 1 2 2 -   | PASSED | 0.3333333333333333 | 2
            passes   | Uniqueness "v" "w" = 1           | [v INT, w INT] 1,1 1,2 1,- -,- -,- | PASSED | 1 | 0
            fails    | Uniqueness "v" > 0.5             | 1 2 2 3   | FAILED | 0.5  | 2
            fails    | Uniqueness "v" > 0               | [DOUBLE] NaN NaN 0.0 -0.0 | FAILED | 0 | 4
            all null | Uniqueness "v" >= 0              | - -       | FAILED | none | 0
            empty    | Uniqueness "v" >= 0              |           | FAILED | none | 0
            one row  | Uniqueness "v" = 1               | 1         | PASSED | 1    | 0
            where    | Uniqueness "v" = 1 where "v < 2" | 1 2 2     | PASSED | 1    | 0
            passes   | UniqueValueRatio "v" = 0.5       | [STRING] a a b - | PASSED | 0.5 | 0
            fails    | UniqueValueRatio "v" > 0.5       | 1 1 2     | FAILED | 0.5  | 0
            all null | UniqueValueRatio "v" >= 0        | - -       | FAILED | none | 0
            empty    | UniqueValueRatio "v" >= 0        |           | FAILED | none | 0
            one row  | UniqueValueRatio "v" = 1         | 1         | PASSED | 1    | 0
            where    | UniqueValueRatio "v" = 1 where "v > 1" | 1 1 2 | PASSED | 1  | 0
            passes   | DistinctValuesCount "v" = 2      | 1 1 2 -   | PASSED | 2    | 0
            passes   | DistinctValuesCount "v" = 2      | [FLOAT] NaN NaN 0.0 -0.0 | PASSED | 2 | 0
            fails    | DistinctValuesCount "v" > 2      | [DATE] 2024-01-01 2024-01-02 | FAILED | 2 | 0
            all null | DistinctValuesCount "v" = 0      | - -       | PASSED | 0    | 0
            empty    | DistinctValuesCount "v" = 0      |           | PASSED | 0    | 0
            one row  | DistinctValuesCount "v" in [1]   | 1         | PASSED | 1    | 0
            where    | DistinctValuesCount "v" = 1 where "v > 1" | 1 1 2 | PASSED | 1 | 0
            passes   | Entropy "v" between 0.69 and 0.7 | [STRING] a b - | PASSED | 0.6931471805599453 | 0
            fails    | Entropy "v" > 1                  | 1 1 1 2   | FAILED | 0.5623351446188083 | 0
            all null | Entropy "v" >= 0                 | - -       | FAILED | none | 0
            empty    | Entropy "v" >= 0                 |           | FAILED | none | 0
            one row  | Entropy "v" = 0                  | 1         | PASSED | 0    | 0
            where    | Entropy "v" = 0 where "v < 2"    | 1 1 1 2   | PASSED | 0    | 0
            passes   | DuplicateRowCount = 3            | [v INT, w DOUBLE] 1,NaN 1,NaN 1,NaN -,- -,- 2,1 | PASSED | 3 | 3
            passes   | DuplicateRowCount "v" = 1        | [v INT, w INT] 1,1 1,2 2,1 | PASSED | 1 | 1
            fails    | DuplicateRowCount = 0            | 1 1 2     | FAILED | 1    | 1
            all null | DuplicateRowCount "v" = 0        | - -       | FAILED | 1    | 1
            empty    | DuplicateRowCount = 0            |           | PASSED | 0    | 0
            one row  | DuplicateRowCount = 0            | 1         | PASSED | 0    | 0
            where    | DuplicateRowCount = 0 where "v > 1" | 1 1 2  | PASSED | 0    | 0
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
    void mapsHaveNoEquality() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.WARN, "Entropy \"m\" > 1", "DuplicateRowCount = 0", "DuplicateRowCount \"n\" \"m\" = 0");
        assertThat(RuleBook.check(rules, StructType.fromDDL("n INT, m MAP<STRING, INT>")))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:1:9: Cannot compare rows by m: the column is map<string,int>",
                        "rules.dqdl:2:1: Cannot compare rows by m: the column is map<string,int>",
                        "rules.dqdl:3:23: Cannot compare rows by m: the column is map<string,int>");
    }
}
