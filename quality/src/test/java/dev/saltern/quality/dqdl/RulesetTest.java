/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around the rules, and what joins them. */
class RulesetTest {
    private static Parsed parse(String... lines) {
        return Dqdl.parse(String.join("\n", lines), "f", 1, 1);
    }

    private static Parsed read(String... lines) {
        Parsed parsed = parse(lines);
        assertThat(parsed.problems()).isEmpty();
        return parsed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            (RowCount > 1) or (RowCount > 2) and (RowCount > 3) | (RowCount > 1) or ((RowCount > 2) and (RowCount > 3))
            ((RowCount > 1) or (RowCount > 2)) AND RowCount > 3 | ((RowCount > 1) or (RowCount > 2)) and (RowCount > 3)
            (((RowCount > 1)))                                  | RowCount > 1
            IsUnique of a and b and IsComplete "c"              | (IsUnique "a" "b") and (IsComplete "c")
            RowCount > 10 - 2 * 3                               | RowCount > 4
            RowCount > (10 - 2) * 3 / 8                         | RowCount > 3
            RowCount > 1 / 3                                    | RowCount > 0.3333333333333333333333333333333333
            RowCount > last() - (last(1) - 2)                   | RowCount > last() - (last(1) - 2)
            RowCount > (last() - last(1)) - 2 - 1               | RowCount > last() - last(1) - 2 - 1
            RowCount > 2 * 3 * (last() + 1)                     | RowCount > 6 * (last() + 1)
            RowCount > last() / (2 * last())                    | RowCount > last() / (2 * last())
            RowCount > abs(avg(last(3)) - -1)                   | RowCount > abs(avg(last(3)) - -1)
            RowCount between 1 + 1 AND 2 * last()               | RowCount between 2 and 2 * last()
            ColumnValues "a" in [now(), (now() -1 days)]        | ColumnValues "a" in [now(), (now() - 1 days)]
            FileFreshness > "12:05 AM" with timeZone = "UTC" with threshold > 0.5 | FileFreshness > "00:05" with threshold > 0.5 with timeZone = "UTC"
            FileSize in [3, 4 KB]                               | FileSize in [3 B, 4 KB]
            IsComplete "a" labels=["z"="1","b"="2"] where "c"   | IsComplete "a" where "c" labels=["b"="2", "z"="1"]
            """)
    void normalForm(String written, String normal) {
        assertThat(read(written).rules()).extracting(Statement::text).containsExactly(normal);
        assertThat(read(normal).rules()).extracting(Statement::text).containsExactly(normal);
    }

    @Test
    void compositeHasTheRulesAndTheLabelsOfItsParts() {
        Statement statement =
                read("(RowCount > 1 labels=[\"team\"=\"a\"]) and ((IsComplete \"x\") or (IsUnique \"y\" labels=[\"k\"=\"v\", \"team\"=\"b\"]))")
                        .rules()
                        .get(0);
        assertThat(statement).isInstanceOfSatisfying(Composite.class, composite -> {
            assertThat(composite.connective()).isEqualTo(Connective.AND);
            assertThat(composite.parts()).hasSize(2);
        });
        assertThat(statement.rules())
                .extracting(Rule::type)
                .containsExactly(RuleType.ROW_COUNT, RuleType.IS_COMPLETE, RuleType.IS_UNIQUE);
        assertThat(statement.labels()).isEqualTo(Map.of("team", "a", "k", "v"));
    }

    @Test
    void columnsAreThoseOfTheCheckedTable() {
        List<Statement> rules = read(
                        "ReferentialIntegrity \"a, b\" \"ref.{x,y}\" > 0.9,",
                        "DatasetMatch \"ref\" \"id->rid,k\" \"v->w\" >= 0.9,",
                        "ColumnExists \"nowhere\",",
                        "DetectAnomalies of Completeness of \"c\"")
                .rules();
        assertThat(rules)
                .extracting(rule -> rule.rules().get(0).columns())
                .containsExactly(List.of("a", "b"), List.of("id", "k", "v"), List.of(), List.of("c"));
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.rules().get(0).parts().columns())
                        .hasSameSizeAs(rule.rules().get(0).columns()));
    }

    @Test
    void valuesCanBeReplaced() {
        Condition condition = read("RowCount between last() and 2 * last()")
                .rules()
                .get(0)
                .rules()
                .get(0)
                .condition();
        assertThat(condition).isNotNull();
        assertThat(condition
                        .map(value -> new Value.NumberValue(java.math.BigDecimal.TEN))
                        .text())
                .isEqualTo("between 10 and 10");
    }

    @Test
    void timesAndSizesHaveTheirMeaning() {
        assertThat(new Value.NowValue(-90, DurationUnit.MINUTES).offset()).isEqualTo(Duration.ofMinutes(-90));
        assertThat(new Value.SizeValue(5, SizeUnit.MB).bytes()).isEqualByComparingTo("5242880");
        assertThat(read("FileFreshness = \"12:30 PM\"")
                        .rules()
                        .get(0)
                        .rules()
                        .get(0)
                        .condition())
                .isEqualTo(new Condition.Comparison(Operator.EQUAL, new Value.TimeValue(LocalTime.of(12, 30))));
    }

    @Test
    void sectionsStandInAnyOrderAndDefaultLabelsHoldUnlessARuleSaysOtherwise() {
        Parsed parsed = read(
                "Metadata = { \"Version\": \"1\", \"tags\": [\"a\", \"b\"] }",
                "DataSources = { \"Primary\": \"p\" }",
                "allowed = [\"x\", NULL]",
                "sql = \"select 1\"",
                "DefaultLabels = [\"team\"=\"sales\", \"tier\"=\"1\"]",
                "Analyzers = [ RowCount, AllStatistics \"a\" ]",
                "Rules = [ ColumnValues \"a\" not in $allowed, CustomSql $sql > 0 labels=[\"tier\"=\"2\"] ]");
        assertThat(parsed.rules())
                .extracting(Statement::text)
                .containsExactly(
                        "ColumnValues \"a\" not in [\"x\", NULL] labels=[\"team\"=\"sales\", \"tier\"=\"1\"]",
                        "CustomSql \"select 1\" > 0 labels=[\"team\"=\"sales\", \"tier\"=\"2\"]");
        assertThat(parsed.analyzers()).extracting(Analyzer::text).containsExactly("RowCount", "AllStatistics \"a\"");
    }

    @Test
    void oneForgottenCommaQuoteOrParenthesisDoesNotSwallowTheRulesAfterIt() {
        Parsed parsed = parse(
                "Rules = [",
                "  RowCount > 1 IsComplete \"b\",", // comma missing on the line
                "  (RowCount > 2, IsComplete \"d\",", // parenthesis missing
                "  ColumnValues \"e\" in [1, 2, IsComplete \"f\",", // bracket missing
                "  IsComplete \"g\" where \"x > 1", // quote missing
                "  IsComplete \"h\" where \"x > 2\",",
                "  (IsComplet \"i\") and (IsComplete \"j\")",
                "  (IsComplete \"k\") and (IsComplete \"l\")",
                "]");
        assertThat(parsed.rules())
                .extracting(Statement::text)
                .containsExactly(
                        "RowCount > 1",
                        "IsComplete \"b\"",
                        "IsComplete \"d\"",
                        "IsComplete \"f\"",
                        "IsComplete \"h\" where \"x > 2\"",
                        "(IsComplete \"k\") and (IsComplete \"l\")");
        assertThat(parsed.problems())
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "f:2:16: Missing comma before IsComplete",
                        "f:3:16: Cannot read ,: ) must stand here",
                        "f:4:30: Cannot read IsComplete: a number, a date, NULL, EMPTY, WHITESPACES_ONLY or a string in"
                                + " double quotes must stand here",
                        "f:5:24: Cannot read the string \"x > 1: the closing \" is missing",
                        "f:7:4: Invalid rule type: IsComplet (nearest is IsComplete)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            alow = ["x"] Rules = [ ColumnValues "a" in $allow ]  | 44 | Invalid constant: $allow (nearest is alow)
            a = ["x"] Rules = [ IsComplete $a ]               | 32 | Cannot read $a: it is a list, and the column of IsComplete must stand here
            a = "x" a = "y" Rules = []                        | 9  | Cannot define a: the constant is defined already
            Rules = [] Rules = []                             | 12 | Cannot read Rules: the section is there already
            Rules = [] DefaultLabels = ["a"="b"]              | 12 | Cannot read DefaultLabels: they must stand before Rules
            DefaultLabels = ["a"="b", "a"="c"] Rules = []     | 27 | Cannot read "a": the label stands there already
            DefaultLabels = ["a"=""] Rules = []               | 22 | Invalid value of the label a: "" (must be of 1 to 256 characters)
            Metadata = { "a" "b" } Rules = [ RowCount > 0 ]   | 18 | Cannot read "b": : must stand here
            Analyzers = [ Completness "a" ]                   | 15 | Invalid analyzer: Completness (nearest is Completeness)
            Rules = [ AllStatistics "a" ]                     | 11 | Cannot read AllStatistics: it stands only under Analyzers
            DatasetMatch "r" >= 0.9                           | 18 | Cannot read >=: the pairs of columns such as id->ref_id of DatasetMatch must stand here
            DatasetMatch "r" "a" "b" "c" >= 0.9               | 26 | Cannot read "c": DatasetMatch takes at most 3 parameters
            DetectAnomalies "Completeness"                    | 17 | Invalid number of columns of Completeness: 0 (must be 1)
            ColumnDataType "a" > "INTEGER"                    | 20 | Cannot read >: only = != in compare strings here
            DataFreshness "a" > 24                            | 23 | Cannot read the ruleset: it ends where one of days, hours, minutes must follow
            FileSize > 5 XB                                   | 14 | Invalid unit: XB (nearest is B)
            FileFreshness > "soon"                            | 17 | Invalid time: soon (must be written as 2024-01-31, 9:30 AM or 21:30)
            FileMatch "a"                                     | 14 | Cannot read the ruleset: it ends where a condition such as = != > >= < <= between in matches must follow
            RowCount > last(0)                                | 17 | Invalid number of runs: 0 (must be 1 to 1000)
            RowCount > avg(3)                                 | 16 | Cannot read 3: a list such as last(10) must stand here
            RowCount > last() + last(2)                       | 19 | Cannot read +: one side of it is a list
            SchemaMatch "r" = 1.0 where "a"                   | 23 | Cannot read where: SchemaMatch is about all rows
            """)
    void mistakeIsNamedAtItsColumn(String text, int column, String message) {
        assertThat(parse(text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.column()).isEqualTo(column);
        });
    }

    @Test
    void sqlMaySpanLinesAndIsOneLineInTheNormalForm() {
        assertThat(read("CustomSql \"select count(*)", " from primary\" > 1,", "RowCount > 0")
                        .rules())
                .extracting(Statement::text)
                .containsExactly("CustomSql \"select count(*)  from primary\" > 1", "RowCount > 0");
    }
}
