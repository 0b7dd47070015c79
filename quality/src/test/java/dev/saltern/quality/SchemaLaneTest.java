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

/** Each rule type about names and types; no row is read. */
class SchemaLaneTest {
    static final String CASES = """
            passes | ColumnCount = 1                       | 1 | PASSED | 1 | 0
            fails  | ColumnCount > 2                       | [v INT, w INT] 1,2 | FAILED | 2 | 0
            empty  | ColumnCount between 0 and 2           |   | PASSED | 1 | 0
            passes | ColumnExists "v"                      | 1 | PASSED | 1 | 0
            fails  | ColumnExists "V"                      | 1 | FAILED | 0 | 0
            empty  | ColumnExists "v"                      |   | PASSED | 1 | 0
            passes | ColumnNamesMatchPattern "[a-z]"       | 1 | PASSED | 1 | 0
            fails  | ColumnNamesMatchPattern "[a-z]"       | [v INT, wx INT] 1,2 | FAILED | 0.5 | 0
            empty  | ColumnNamesMatchPattern "v."          |   | FAILED | 0 | 0
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
    void patternThatIsNoneIsReportedAtItsPlace() {
        List<FiledRule> rules = LocalSpark.filed(Action.WARN, "ColumnNamesMatchPattern \"[a\"");
        assertThat(RuleBook.check(rules, StructType.fromDDL("n INT")))
                .extracting(RuleProblem::toString)
                .containsExactly("rules.dqdl:1:25: Invalid regular expression: [a (Unclosed character class)");
    }
}
