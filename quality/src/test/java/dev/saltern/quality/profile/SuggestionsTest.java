/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.Outcome;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.dqdl.Dqdl;
import dev.saltern.quality.dqdl.Parsed;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestionsTest {
    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("wide", Tables.wide(3_000), 9),
                Arguments.of("nasty", Tables.nasty(), 20),
                Arguments.of("one nasty row", Tables.nasty().limit(1), 10),
                Arguments.of("patterned", patterned(), 9));
    }

    private static Dataset<Row> patterned() {
        List<Row> rows = Stream.iterate(0, i -> i < 60, i -> i + 1)
                .map(i -> RowFactory.create(
                        i == 59 ? "?" : "AB-" + (100 + i), i % 4 == 0 ? null : i % 3, i / 10.0, "k$" + i % 10))
                .toList();
        return Tables.SESSION.createDataFrame(rows, StructType.fromDDL("p STRING, n INT, r DOUBLE, k STRING"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void rulesParseAndHoldOnTheProfiledRows(String name, Dataset<Row> rows, int atLeast) {
        List<String> rules = Suggestions.of(Profiler.profile(rows, ProfileOptions.DEFAULTS));
        Parsed parsed = Dqdl.parse(String.join(",\n", rules), "suggested.dqdl", 1, 1);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.rules()).hasSize(rules.size()).hasSizeGreaterThanOrEqualTo(atLeast);
        RuleBook book = RuleBook.compile(
                parsed.rules().stream()
                        .map(rule -> new FiledRule(Action.FAIL, rule))
                        .toList(),
                rows.schema());
        assertThat(book.evaluate(rows))
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void rulesSayWhatTheProfileShows() {
        Dataset<Row> rows = patterned();
        List<String> rules = Suggestions.of(Profiler.profile(rows, ProfileOptions.DEFAULTS));

        assertThat(rules)
                .contains(
                        "# the table has 60 rows\nRowCount between 29 and 121",
                        "# 60 distinct keys in 60 rows, every row verified\nIsPrimaryKey \"p\"",
                        "# 25.00 % NULL in 60 rows\nCompleteness \"n\" > 0.73",
                        "# 3 values in 45 rows\nColumnValues \"n\" in [0, 1, 2] where \"`n` IS NOT NULL\"",
                        "# values from 0.0 to 5.9\nColumnValues \"r\" >= 0",
                        "# values from 0.0 to 5.9\nColumnValues \"r\" < 6.5")
                .anyMatch(rule ->
                        rule.endsWith("ColumnValues \"p\" matches \"[A-Z]{2}-[0-9]{3}\" with threshold > 0.97"));
    }

    @Test
    void emptyTableSuggestsNothing() {
        assertThat(Suggestions.of(Profiler.profile(Tables.wide(5).limit(0), ProfileOptions.DEFAULTS)))
                .isEmpty();
    }
}
