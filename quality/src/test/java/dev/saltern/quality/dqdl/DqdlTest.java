/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DqdlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IsComplete \"sensor_id\"",
                "ColumnValues \"temperature\" between -60 and 60",
                "ColumnValues \"t\" not between 0.5 and 1",
                "ColumnValues \"a.b c\" in [\"x\", \"y\\\"z\", NULL, EMPTY, WHITESPACES_ONLY]",
                "ColumnValues \"n\" not in [1, -2, 3.50]",
                "ColumnValues \"s\" matches \"[a-z]+\\\\d\"",
                "ColumnValues \"s\" not matches \"x\" where \"dt > '2024-01-01'\" with threshold >= 0.9",
                "ColumnValues \"d\" > (2024-02-29)",
                "ColumnValues \"d\" != NULL",
                "Completeness \"a\" > 0.95",
                "RowCount between 1 and 100",
                "RowCount = 2",
                "IsUnique \"a\" \"b\"",
                "IsPrimaryKey \"a\" \"b\" \"c\" where \"a > 1\""
            })
    void normalFormIsReadBackAsItself(String text) {
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.rules()).extracting(Statement::text).containsExactly(text);
    }

    @Test
    void spacingCommentsCaseOfKeywordsAndThresholdBeforeWhereDoNotChangeTheRule() {
        String text = String.join(
                "\r\n",
                "\uFEFF# head",
                "Rules = [ # open",
                "  ColumnValues   \"a\" in [null,",
                "   \"x\" ] with threshold > 0.5 where \"b = 1",
                " or b = 2\",",
                "  IsPrimaryKey a \"b\" c,",
                " RowCount between 1 AND 2 ]",
                "# tail");
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.rules())
                .extracting(Statement::text)
                .containsExactly(
                        "ColumnValues \"a\" in [NULL, \"x\"] where \"b = 1  or b = 2\" with threshold > 0.5",
                        "IsPrimaryKey \"a\" \"b\" \"c\"",
                        "RowCount between 1 and 2");
        assertThat(parsed.rules()).extracting(rule -> rule.span().line()).containsExactly(3, 6, 7);
    }

    @Test
    void emptyRulesetHasNeitherRulesNorProblems() {
        assertThat(List.of("", " \n", "# only", "Rules = []"))
                .allSatisfy(text ->
                        assertThat(Dqdl.parse(text, "f", 1, 1)).isEqualTo(new Parsed(List.of(), List.of(), List.of())));
    }

    @Test
    void allMistakesAreReportedEachAtItsPlace() {
        String text = String.join(
                "\n",
                "IsComplet \"a\",", // 10:5
                "ColumnValues \"b\" betwen 1 and 2,", // 11:22
                "IsComplete \"c\"", // fine, comma missing
                "RowCount > \"x\",", // 13:5 and 13:16
                "IsUnique \"d,", // 14:14
                "ColumnValues \"e\" in [1, 2 3], RowCount < 9,", // 15:31
                "Completeness \"f\" > 0.9 with threshold > 1"); // 16:28
        Parsed parsed = Dqdl.parse(text, "rules.dqdl", 10, 5);
        assertThat(parsed.rules()).extracting(Statement::text).containsExactly("IsComplete \"c\"", "RowCount < 9");
        assertThat(parsed.problems())
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:10:5: Invalid rule type: IsComplet (nearest is IsComplete)",
                        "rules.dqdl:11:22: Cannot read betwen: a condition such as = != > >= < <= between in matches"
                                + " (nearest is between) must stand here",
                        "rules.dqdl:13:5: Missing comma before RowCount",
                        "rules.dqdl:13:16: Cannot read \"x\": a number must stand here",
                        "rules.dqdl:14:14: Cannot read the string \"d,: the closing \" is missing",
                        "rules.dqdl:15:31: Cannot read 3: ] must stand here",
                        "rules.dqdl:16:28: Cannot read with: Completeness takes no threshold");
        assertThat(parsed.problems())
                .extracting(RuleProblem::offending)
                .containsExactly("IsComplet", "betwen", "RowCount", "\"x\"", "\"d,", "3", "with");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Rule = [RowCount > 0]          | 1 | Invalid section: Rule (nearest is Rules)
            Rules = [RowCount > 0          | 22 | Cannot read the ruleset: it ends where ] must follow
            Rules = [RowCount > 0] x       | 24 | Cannot read x: the end of the ruleset must stand here
            RowCount > 0 ]                 | 14 | Cannot read ]: a comma or the end of the ruleset must stand here
            RowCount > 0,                  | 14 | Missing rule after the comma
            RowCount > 0, , RowCount < 9   | 15 | Cannot read ,: a rule type such as IsComplete must stand here
            RowCount == 0                  | 10 | Cannot read ==: a condition such as = != > >= < <= between in matches must stand here
            RowCount >                     | 11 | Cannot read the ruleset: it ends where a value must follow
            RowCount "a" > 1               | 10 | Cannot read "a": RowCount takes no column
            IsComplete                     | 11 | Cannot read the ruleset: it ends where the column of IsComplete must follow
            IsComplete "a" "b"             | 16 | Cannot read "b": IsComplete takes one column
            IsComplete "a" > 1             | 16 | Cannot read >: a comma or the end of the ruleset must stand here
            IsComplete "a" where "x" where "y" | 26 | Cannot read where: the rule has one already
            ColumnValues "a" > NULL        | 20 | Cannot read NULL: only = and != compare with it
            ColumnValues "a" > (2024-02-30) | 21 | Invalid date: 2024-02-30 (must be a day of the calendar, yyyy-MM-dd)
            ColumnValues "a" > (now() - 3 day) | 31 | Invalid unit: day (nearest is days)
            ColumnValues "a" between 1 2   | 28 | Cannot read 2: and must stand here
            ColumnValues "a" > 1.          | 20 | Invalid number: 1. (must be digits, with at most one point inside)
            ColumnValues "a" > 1 %         | 22 | Cannot read %: it has no meaning here
            (RowCount > 1) and (RowCount < 2 | 33 | Cannot read the ruleset: it ends where ) must follow
            """)
    void mistakeIsNamedAtItsColumn(String text, int column, String message) {
        List<RuleProblem> problems = Dqdl.parse(text, "f", 1, 1).problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.column()).isEqualTo(column);
        });
    }

    /** Words of the language in any order come nearer to the corners of the parser than random letters. */
    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> word = Arbitraries.of(
                "IsComplete",
                "ColumnValues",
                "RowCount",
                "IsUnique",
                "Rules",
                "=",
                "[",
                "]",
                "(",
                ")",
                ",",
                "\n",
                "\r\n",
                "\"a\"",
                "\"",
                "\\",
                "between",
                "and",
                "not",
                "in",
                "matches",
                "where",
                "with",
                "threshold",
                ">",
                "!",
                "-",
                "1",
                "0.5",
                "2024-01-01",
                "NULL",
                "#",
                "\uFEFF",
                "\uD83D",
                "x");
        return Arbitraries.oneOf(word.list().ofMaxSize(40).map(list -> String.join(" ", list)), Arbitraries.strings());
    }

    @Property(tries = 1000)
    void anyTextIsReadToItsEndAndNoRuleIsLostInItsNormalForm(@ForAll("words") String text) {
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        List<String> normal = parsed.rules().stream().map(Statement::text).toList();
        Parsed again = Dqdl.parse(String.join(",\n", normal), "f", 1, 1);
        assertThat(again.problems()).isEmpty();
        assertThat(again.rules()).extracting(Statement::text).isEqualTo(normal);
        assertThat(parsed.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void whereDeequDiffersIsToldInSentencesWithoutTheLastFullStop() {
        List<String> differs = Arrays.stream(RuleType.values())
                .flatMap(type -> type.differs().stream())
                .toList();
        assertThat(differs)
                .hasSizeGreaterThan(5)
                .allSatisfy(text -> assertThat(text).matches("[A-Z].*[^. ]").doesNotContain("  "));
        assertThat(RuleType.IS_COMPLETE.differs()).isEmpty();
    }
}
