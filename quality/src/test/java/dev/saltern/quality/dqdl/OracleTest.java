/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.BinaryExpressionOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;

/** Our parser against the one that AWS Glue publishes: where that one is right the models agree, else it is said how not. */
@ExtendWith(NeedsOracle.class)
class OracleTest {
    private static final String PORTABLE = """
            RowCount > 100
            RowCount = -100
            RowCount != 100 where "colA > 100"
            RowCount between 1 and 1000
            RowCount not between 1 and 1000
            RowCount in [1, 2, 3]
            RowCount not in [1, 2.50, -3]
            RowCount >= last()
            RowCount > avg(last(10)) * 0.8
            RowCount between 0.9 * avg(last(10)) and 1.1 * avg(last(10))
            RowCount between (0.9 * min(last(10))) and (1.1 * max(last(10)))
            RowCount in [last(), median(last(5)), 100]
            RowCount < index(last(3), 1) + std(last(3)) - sum(last(2)) / 2
            RowCount > abs(last() - 10)
            RowCountMatch "reference" >= 0.95
            RowCountMatch "reference" = 1.0
            ColumnCount >= 100
            ColumnCount = max(last(2))
            Completeness "a" between 0.5 and 0.8
            Completeness of a not between 0.5 and 0.8 where "b > 1"
            IsComplete "a"
            IsComplete a
            IsComplete "a b" where "c = 'x'"
            ColumnDataType "a" = "INTEGER"
            ColumnDataType "a" != "Date" where "b > 1"
            ColumnDataType "a" in ["Date","String"] with threshold > 0.9
            ColumnDataType "a" not in ["Date"] with threshold between 0.4 and 0.8
            ColumnNamesMatchPattern "aws_.*_[a-zA-Z0-9]+"
            ColumnExists "load_dt"
            ColumnCorrelation "a" "b" between -0.44444 and 0.8
            ColumnCorrelation of a and "b c" > 0.5 where "d > 1"
            Uniqueness "a" > 0.5
            IsUnique "a"
            IsUnique of a where "b > 1"
            Mean "a-b.c" between -20 and -10
            Sum "a" > -100.0 where "b > 1"
            StandardDeviation "a" <= 10.5
            Entropy "a" > 1
            DistinctValuesCount "a" = 7
            UniqueValueRatio "a" < 0.5
            ColumnLength "a" between 1 and 5
            ColumnLength "a" != 0 where "b"
            IsPrimaryKey "a"
            IsPrimaryKey "a" "b" c where "d > 1"
            IsPrimaryKey of a and b
            ColumnValues "a" = 1
            ColumnValues "a" <= 0.4 with threshold not between 0.4 and 0.8
            ColumnValues "a" in [1, 2, NULL]
            ColumnValues "a" = "x"
            ColumnValues "a" != "x" where "b > 1" with threshold >= 0.5
            ColumnValues "a" in ["x", NULL, EMPTY, WHITESPACES_ONLY]
            ColumnValues "a" not in [null, empty, whitespaces_only]
            ColumnValues "a" = NULL
            ColumnValues "a" != EMPTY
            ColumnValues "a" matches "[a-z]*"
            ColumnValues "a" not matches "[a-z]{2}" with threshold <= 0.4
            ColumnValues "a" > "2022-06-01"
            ColumnValues "a" between "2022-06-01" and "2022-06-30"
            ColumnValues "a" in ["2022-06-01", NULL]
            ColumnValues "a" >= now()
            ColumnValues "a" > (now() - 1 days)
            ColumnValues "a" not between (now() - 3 hours) and (now() + 14 minutes)
            ColumnValues "a" in [now(), (now() - 3 hours)]
            ColumnValues "a" > "9:30 AM"
            ColumnValues "a" < avg(last(3))
            DataFreshness "a" <= 24 hours
            DataFreshness "a" between 2 days and 4 days where "b > 1"
            DataFreshness "a" in [1 days, 90 minutes]
            CustomSql "select count(*) from primary" > 0
            CustomSql "select a from primary" with threshold > 0.5
            CustomSql "select a from primary"
            ReferentialIntegrity "a,b" "ref.{x,y}" = 0.99
            ReferentialIntegrity "a" "ref.x" between 0.4 and 0.6
            DatasetMatch "ref" "id" = 0.99
            DatasetMatch "ref" "id->rid,k" "x->y" between 0.4 and 0.8
            SchemaMatch "ref" >= 0.6
            AggregateMatch "sum(a)" "sum(ref.b)" > 0.9
            DetectAnomalies "RowCount"
            DetectAnomalies of Completeness of "a"
            DetectAnomalies "ColumnCorrelation" "a" "b"
            FileMatch "s3://a" "s3://b"
            FileMatch "s3://a" in ["x","y"] with hashAlgorithm = "MD5"
            FileMatch in ["x"] with hashAlgorithm = "SHA-256" with dataFrame = "true"
            FileUniqueness "s3://a" > 0.9
            FileUniqueness > 0.5
            FileFreshness "s3://a" > (now() - 3 days) with threshold > 0.1
            FileFreshness "s3://a" between "2023-02-07" and "2024-07-15"
            FileFreshness between "9:30 AM" and "21:45" with timeZone = "America/New_York"
            FileFreshness > "12:05 AM" with recentFiles = 1 with matchFileName = "true"
            FileSize > 5 MB
            FileSize "s3://a" not between 50 GB and 1 TB with threshold > 0.5
            FileSize in [500 KB, 150 B]
            FileSize <= 3
            (RowCount > 0) and (IsComplete "a")
            (RowCount > 0) OR (IsComplete "a") or (IsUnique "a")
            (RowCount > 0) or (IsComplete "a") and (IsUnique "a")
            (RowCount > 0) AND ((IsComplete "a") or (IsUnique "a"))
            ((RowCount > 0) and (IsComplete "b")) or ((IsComplete "a") and (ColumnValues "a" in ["x", NULL]))
            RowCount > 1 and IsComplete "a"
            """;

    static Stream<String> portable() {
        return PORTABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("portable")
    void modelsAgree(String rule) throws InvalidDataQualityRulesetException {
        String text = "Rules = [ " + rule + " ]";
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).isEmpty();
        assertThat(Canonical.ourRules(text)).hasSize(1).isEqualTo(Canonical.oracleRules(text));
    }

    @Test
    void everyRuleTypeOfGlueIsCompared() {
        String all = PORTABLE;
        assertThat(RuleType.values())
                .filteredOn(type -> type.isRule() && !type.extension())
                .allSatisfy(type -> assertThat(all.lines()).anyMatch(line -> line.startsWith(type.label() + " ")));
    }

    @Test
    void modelsAgreeOnAllRulesInOneRuleset() throws InvalidDataQualityRulesetException {
        String text = "# all\nRules = [\n"
                + String.join(",\n  # next\n  ", PORTABLE.lines().toList()) + "\n]\n";
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).isEmpty();
        assertThat(Canonical.ourRules(text)).isEqualTo(Canonical.oracleRules(text));
    }

    @Test
    void listConstantsAndAnalyzersAfterRulesAgree() throws InvalidDataQualityRulesetException {
        String text = """
                allowed = ["x", "y"]
                Rules = [ ColumnValues "a" in $allowed, ColumnValues "b" not in $allowed ]
                Analyzers = [ RowCount, Completeness "a", AllStatistics "b" ]""";
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).isEmpty();
        assertThat(Canonical.ourRules(text)).isEqualTo(Canonical.oracleRules(text));
        assertThat(Dqdl.parse(text, "f", 1, 1).analyzers())
                .extracting(Analyzer::text)
                .isEqualTo(Canonical.oracle(text).getAnalyzers().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void analyzersBeforeRulesOracleDropsTheRulesWeKeepThem() throws InvalidDataQualityRulesetException {
        String text = "Analyzers = [ RowCount ] Rules = [ RowCount > 0 ]";
        assertThat(Canonical.oracleRules(text)).isEmpty();
        assertThat(Dqdl.parse(text, "f", 1, 1).rules()).hasSize(1);
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).isEmpty();
    }

    @Test
    void trailingTextOracleAcceptsItWeReportIt() throws InvalidDataQualityRulesetException {
        String text = "Rules = [ RowCount > 0 ], IsComplete \"a\" ]";
        assertThat(Canonical.oracleRules(text)).hasSize(1);
        assertThat(Dqdl.parse(text, "f", 1, 1).problems())
                .extracting(RuleProblem::message)
                .containsExactly("Cannot read ,: the end of the ruleset must stand here");
    }

    @Test
    void arithmeticOracleGoesFromLeftToRightWeGoByPrecedence() throws InvalidDataQualityRulesetException {
        String text = "Rules = [ RowCount = 10 - 2 * 3 ]";
        NumberBasedCondition condition =
                (NumberBasedCondition) Canonical.oracle(text).getRules().get(0).getCondition();
        BinaryExpressionOperand product =
                (BinaryExpressionOperand) condition.getOperands().get(0);
        assertThat(product.getOperator()).isEqualTo("*");
        assertThat(product.getOperand1().getOperand()).isEqualTo("10-2");
        assertThat(Dqdl.parse(text, "f", 1, 1).rules())
                .extracting(Statement::text)
                .containsExactly("RowCount = 4");
    }

    @Test
    void dateWithoutQuotesOracleSubtractsWeReadTheDate() throws InvalidDataQualityRulesetException {
        String text = "Rules = [ ColumnValues \"a\" > (2024-02-29) ]";
        NumberBasedCondition condition =
                (NumberBasedCondition) Canonical.oracle(text).getRules().get(0).getCondition();
        assertThat(condition.getOperands().get(0)).isInstanceOf(BinaryExpressionOperand.class);
        assertThat(Dqdl.parse(text, "f", 1, 1).rules().get(0).rules().get(0).condition())
                .isEqualTo(new Condition.Comparison(
                        Operator.GREATER, new Value.DateValue(LocalDate.of(2024, 2, 29), false)));
    }

    @Test
    void compositeWithoutParenthesesOracleTakesTheSecondRuleForColumnsWeReadBoth()
            throws InvalidDataQualityRulesetException {
        String text = "Rules = [ IsPrimaryKey \"a\" and IsUnique \"b\" ]";
        assertThat(Canonical.oracleRules(text))
                .containsExactly("IsPrimaryKey[a, IsUnique, b] - threshold - where null with {}");
        assertThat(Dqdl.parse(text, "f", 1, 1).rules())
                .extracting(Statement::text)
                .containsExactly("(IsPrimaryKey \"a\") and (IsUnique \"b\")");
    }

    @Test
    void dateThatIsNoDayOracleThrowsWhenItIsUsedWeReportIt() throws InvalidDataQualityRulesetException {
        String text = "Rules = [ FileFreshness > \"2024-02-30\" ]";
        DateBasedCondition condition =
                (DateBasedCondition) Canonical.oracle(text).getRules().get(0).getCondition();
        assertThatThrownBy(() -> condition.getOperands().get(0).getEvaluatedExpression())
                .isInstanceOf(DateTimeParseException.class)
                .hasMessageContaining("2024-02-30");
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).hasSize(1);
    }

    @Test
    void escapesOracleKeepsTheBackslashesWeResolveThem() throws InvalidDataQualityRulesetException {
        String text = "Rules = [ IsComplete \"a\\\"b\\\\c\" ]";
        assertThat(Canonical.oracleRules(text))
                .containsExactly("IsComplete[a\\\"b\\\\c] - threshold - where null with {}");
        assertThat(Canonical.ourRules(text)).containsExactly("IsComplete[a\"b\\c] - threshold - where null with {}");
    }

    /** Texts that the oracle refuses, with what it throws, and the normal form in which the parser reads them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Rules = [ RowCount > 0 ]\\r                 | InvalidDataQualityRulesetException | RowCount > 0
            \\uFEFFRules = [ RowCount > 0 ]             | InvalidDataQualityRulesetException | RowCount > 0
            Rules = [ RowCount > 0 ] # end              | InvalidDataQualityRulesetException | RowCount > 0
            Rules = [ IsUnique "a" "b" ]                | InvalidDataQualityRulesetException | IsUnique "a" "b"
            Rules = [ Uniqueness "a" "b" > 0.5 ]        | InvalidDataQualityRulesetException | Uniqueness "a" "b" > 0.5
            Rules = [ RowCount > 0 labels=["k"="v"] ]   | InvalidDataQualityRulesetException | RowCount > 0 labels=["k"="v"]
            Rules = [ ColumnValues "a" > now() - 1 days ] | InvalidDataQualityRulesetException | ColumnValues "a" > (now() - 1 days)
            v = "x" Rules = [ ColumnValues "a" = $v ]   | NullPointerException | ColumnValues "a" = "x"
            v = "x" Rules = [ ColumnValues "a" in [$v] ] | NullPointerException | ColumnValues "a" in ["x"]
            v = "x" Rules = [ IsComplete $v ]           | InvalidDataQualityRulesetException | IsComplete "x"
            """)
    void oracleRefusesWeRead(String escaped, String exception, String normal) {
        String text = escaped.replace("\\r", "\r\n").replace("\\uFEFF", "\uFEFF");
        assertThatThrownBy(() -> Canonical.oracle(text))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(exception))
                .hasMessageContaining(exception.equals("NullPointerException") ? "quotedString" : "Parsing Error");
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.rules()).extracting(Statement::text).containsExactly(normal);
    }

    /** Texts that make the oracle throw what it does not declare, or that it accepts, and our one problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ColumnValues "a" = $v                     | NullPointerException  | Cannot read $v: no constant is defined
            DataFreshness "a" > 99999999999 days      | NumberFormatException | Invalid amount: 99999999999 (must be a whole number of at most 9 digits)
            FileSize > 99999999999 MB                 | NumberFormatException | Invalid amount: 99999999999 (must be a whole number of at most 9 digits)
            FileFreshness > "2024-02-30"              | accepted              | Invalid time: 2024-02-30 (must be a day of the calendar or a time of day)
            RowCount > 1 / 0                          | accepted              | Cannot divide by 0
            RowCount > average(last(3))               | accepted              | Invalid function: average (must be one of avg, median, min, max, sum, std, abs, index, last)
            RowCount > last(3)                        | accepted              | Cannot read last(3): it is a list, and a number such as avg(last(3)) must stand here
            FileMatch in ["x"] with hashAlgoritm = "MD5" | accepted             | Invalid setting: hashAlgoritm (nearest is hashAlgorithm)
            DetectAnomalies "RowCuont"                | accepted              | Invalid metric: RowCuont (nearest is RowCount)
            """)
    void oracleFailsOrAcceptsWeReport(String rule, String outcome, String message) {
        String text = "Rules = [ " + rule + " ]";
        assertThat(outcome(text)).isEqualTo(outcome);
        assertThat(Dqdl.parse(text, "f", 1, 1).problems())
                .extracting(RuleProblem::message)
                .isEqualTo(List.of(message));
    }

    private static String outcome(String text) {
        try {
            Canonical.oracle(text);
            return "accepted";
        } catch (InvalidDataQualityRulesetException | RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
