/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleProblem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule type about single rows on small tables. */
class RowLaneTest {
    static final String CASES = """
            passes    | IsComplete "v"                                | 1 2         | PASSED | 1    | 0
            fails     | IsComplete "v"                                | 1 2 3 -     | FAILED | 0.75 | 1
            all null  | IsComplete "v"                                | - -         | FAILED | 0    | 2
            empty     | IsComplete "v"                                |             | PASSED | none | 0
            one row   | IsComplete "v"                                | 1           | PASSED | 1    | 0
            where     | IsComplete "v" where "v is null"              | 1 2 3 -     | FAILED | 0    | 1
            where     | IsComplete "v" where "v > 1"                  | 1 2 3 -     | PASSED | 1    | 0
            where     | IsComplete "v" where "v > 9"                  | 1 2 3 -     | PASSED | none | 0
            value     | IsComplete "v"                                | [DOUBLE] 1 NaN | PASSED | 1 | 0
            passes    | ColumnValues "v" > 0                          | 1 2         | PASSED | 1    | 0
            fails     | ColumnValues "v" > 1                          | 1 2         | FAILED | 0.5  | 1
            all null  | ColumnValues "v" > 1                          | - -         | FAILED | 0    | 2
            empty     | ColumnValues "v" > 1                          |             | PASSED | none | 0
            one row   | ColumnValues "v" > 1                          | 2           | PASSED | 1    | 0
            where     | ColumnValues "v" > 2 where "v <> 1"           | 1 2 3 -     | FAILED | 0.5  | 1
            threshold | ColumnValues "v" > 1 with threshold >= 0.75   | 1 2 3 4     | PASSED | 0.75 | 1
            threshold | ColumnValues "v" > 1 with threshold > 0.75    | 1 2 3 4     | FAILED | 0.75 | 1
            all null  | ColumnValues "v" != 1 with threshold = 1      | - -         | PASSED | 1    | 0
            empty     | ColumnValues "v" > 1 with threshold > 0       |             | FAILED | none | 0
            where     | ColumnValues "v" > 2 where "v > 1" with threshold > 0.6 | 1 2 3 4 - | PASSED | 0.6666666666666667 | 1
            passes    | Completeness "v" > 0.7                        | 1 2 3 -     | PASSED | 0.75 | 1
            fails     | Completeness "v" > 0.75                       | 1 2 3 -     | FAILED | 0.75 | 1
            passes    | Completeness "v" between 0.7 and 0.8          | 1 2 3 -     | PASSED | 0.75 | 1
            all null  | Completeness "v" >= 0                         | - -         | PASSED | 0    | 2
            empty     | Completeness "v" >= 0                         |             | FAILED | none | 0
            one row   | Completeness "v" = 1.0                        | 1           | PASSED | 1    | 0
            where     | Completeness "v" = 0.5 where "v is null or v = 1" | 1 2 3 - | PASSED | 0.5  | 1
            passes    | ColumnLength "v" between 1 and 4              | [STRING] ab abc  | PASSED | 1   | 0
            passes    | ColumnLength "v" = 2                          | [STRING] 😀é     | PASSED | 1   | 0
            fails     | ColumnLength "v" < 3                          | [STRING] ab abc  | FAILED | 0.5 | 1
            all null  | ColumnLength "v" > 4                          | [STRING] - -     | FAILED | 0   | 2
            all null  | ColumnLength "v" < 6                          | [STRING] - -     | PASSED | 1   | 0
            all null  | ColumnLength "v" not in [0, 1]                | [STRING] - abc   | FAILED | 0.5 | 1
            empty     | ColumnLength "v" > 4                          | [STRING]         | PASSED | none | 0
            one row   | ColumnLength "v" not between 1 and 3          | [STRING] abc     | PASSED | 1   | 0
            where     | ColumnLength "v" = 3 where "v like 'a%'"  | [STRING] abc b - | PASSED | 1   | 0
            passes    | ColumnDataType "v" = "Integer"                | [STRING] 1 -7 1.5 | PASSED | 1  | 0
            passes    | ColumnDataType "v" = "INTEGER"                | 1 2              | PASSED | 1   | 0
            passes    | ColumnDataType "v" != "LONG"                  | [STRING] x -     | PASSED | 1   | 0
            passes    | ColumnDataType "v" in ["DATE", "BOOLEAN"]     | [STRING] 2024-01-31 true | PASSED | 1 | 0
            passes    | ColumnDataType "v" = "timestamp"              | [STRING] 2024-01-31T10:00:00Z | PASSED | 1 | 0
            passes    | ColumnDataType "v" = "DOUBLE"                 | [STRING] 1e3 NaN | PASSED | 1   | 0
            fails     | ColumnDataType "v" = "INTEGER"                | [STRING] 1 x     | FAILED | 0.5 | 1
            fails     | ColumnDataType "v" = "INTEGER"                | [STRING] 1 2147483648 | FAILED | 0.5 | 1
            fails     | ColumnDataType "v" = "INTEGER"                | [BIGINT] 1 2147483648 | FAILED | 0.5 | 1
            fails     | ColumnDataType "v" = "FLOAT"                  | [STRING] 1 ''    | FAILED | 0.5 | 1
            fails     | ColumnDataType "v" = "DATE"                   | [STRING] 2024-02-30 | FAILED | 0 | 1
            all null  | ColumnDataType "v" = "LONG"                   | [STRING] - -     | FAILED | 0   | 2
            all null  | ColumnDataType "v" = "LONG"                   | [BIGINT] - -     | FAILED | 0   | 2
            empty     | ColumnDataType "v" = "LONG"                   | [STRING]         | PASSED | none | 0
            one row   | ColumnDataType "v" = "BOOLEAN"                | [STRING] false   | PASSED | 1   | 0
            where     | ColumnDataType "v" = "LONG" where "v <> 'x'"  | [STRING] 1 x - | PASSED | 1 | 0
            threshold | ColumnDataType "v" = "LONG" with threshold > 0.4 | [STRING] 1 x  | PASSED | 0.5 | 1
            threshold | ColumnDataType "v" = "LONG" with threshold > 0.5 | [STRING] 1 x  | FAILED | 0.5 | 1
            passes    | DataFreshness "v" <= 24 hours                 | [TIMESTAMP] now-1h now+9h | PASSED | 1 | 0
            passes    | DataFreshness "v" between 2 hours and 1 days  | [TIMESTAMP] now-3h now-23h | PASSED | 1 | 0
            passes    | DataFreshness "v" between 47 hours and 73 hours | [DATE] now-48h | PASSED | 1   | 0
            passes    | DataFreshness "v" < 120 minutes               | [TIMESTAMP_NTZ] now-1h | PASSED | 1 | 0
            fails     | DataFreshness "v" <= 24 hours                 | [TIMESTAMP] now-1h now-25h | FAILED | 0.5 | 1
            all null  | DataFreshness "v" <= 24 hours                 | [TIMESTAMP] - -  | FAILED | 0   | 2
            all null  | DataFreshness "v" != 24 hours                 | [DATE] -         | FAILED | 0   | 1
            empty     | DataFreshness "v" <= 24 hours                 | [TIMESTAMP]      | PASSED | none | 0
            one row   | DataFreshness "v" > 2 days                    | [DATE] 1582-10-04 | PASSED | 1  | 0
            where     | DataFreshness "v" < 2 hours where "v is not null" | [TIMESTAMP] now-1h - | PASSED | 1 | 0
            passes    | CustomSql "select v from primary where v > 0" | 1 2              | PASSED | 1   | 0
            passes    | CustomSql "select * from Primary"             | 1 -              | PASSED | 1   | 0
            passes    | CustomSql "select v from primary p where p.v > 0" | 1 2          | PASSED | 1   | 0
            passes    | CustomSql "select count(*) from PRIMARY" between 1 and 3 | 1 2   | PASSED | 2   | 0
            passes    | CustomSql "select count(*) = 2 from primary"  | 1 2              | PASSED | 1   | 0
            passes    | CustomSql "with big as (select * from primary where v > 1) select count(*) from big b join primary p on b.v = p.v" = 1 | 1 2 | PASSED | 1 | 0
            fails     | CustomSql "select v from primary where v > 1" | 1 2 -            | FAILED | 0.3333333333333333 | 2
            fails     | CustomSql "select p.v from primary p where p.v > 1" | 1 2 2      | FAILED | 0.6666666666666667 | 1
            fails     | CustomSql "select max(v) as V from primary"   | 1 2 2            | FAILED | 0.6666666666666667 | 1
            fails     | CustomSql "select sum(v) from primary" > 3    | 1 2              | FAILED | 3   | 0
            fails     | CustomSql "select v from primary" > 3         | 1 2              | FAILED | none | 0
            all null  | CustomSql "select v from primary where v > 1" | - -              | FAILED | 0   | 2
            all null  | CustomSql "select v from primary where v is null or v in (select max(v) from primary)" | - - | PASSED | 1 | 0
            all null  | CustomSql "select max(v) from primary" > 0    | - -              | FAILED | none | 0
            empty     | CustomSql "select v from primary where v > 1" |                  | PASSED | none | 0
            empty     | CustomSql "select count(*) from primary" = 0  |                  | PASSED | 0   | 0
            empty     | CustomSql "select v from primary" with threshold > 0 |           | FAILED | none | 0
            one row   | CustomSql "select v from primary where v > 1" | 2                | PASSED | 1   | 0
            threshold | CustomSql "select v from primary where v > 1" with threshold > 0.4 | 1 2 | PASSED | 0.5 | 1
            threshold | CustomSql "select max(v) as v from primary" with threshold > 0.5   | 1 2 | FAILED | 0.5 | 1
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
    void whatARowCannotBeAskedIsReportedAtItsPlace() {
        LocalSpark.SESSION.range(1);
        List<FiledRule> rules = LocalSpark.filed(
                Action.WARN,
                "ColumnLength \"n\" > 1",
                "ColumnLength \"s\" between 2 and 1",
                "ColumnDataType \"s\" = \"INTEGR\"",
                "ColumnDataType \"n\" = \"DATE\"",
                "DataFreshness \"s\" < 1 days",
                "DataFreshness \"t\" between 2 days and 1 hours",
                "CustomSql \"selec n from primary\"",
                "CustomSql \"select n from primry\"",
                "CustomSql \"select m from primary\"",
                "CustomSql \"select n from primary where m > 1\"",
                "CustomSql \"select count(*) from primary\"",
                "CustomSql \"select s from primary\" > 1",
                "CustomSql \"drop table primary\"",
                "CustomSql \"select n from primary\" > 1 with threshold > 0.5");
        assertThat(RuleBook.check(rules, StructType.fromDDL("n INT, s STRING, t TIMESTAMP")))
                .extracting(RuleProblem::toString)
                .satisfiesExactly(
                        at("1:14: Cannot take the length of n: the column is int"),
                        at("2:18: Invalid range: between 2 and 1 (must be from the lower end to the higher)"),
                        at("3:20: Invalid type: INTEGR (nearest is INTEGER)"),
                        at("4:20: Cannot read n as DATE: the column is int"),
                        at("5:15: Cannot take the age of s: the column is string"),
                        at(
                                "6:19: Invalid range: between 2 days and 1 hours (must be from the lower end to the higher)"),
                        at("7:11: Invalid SQL: selec n from primary ([PARSE_SYNTAX_ERROR]"),
                        at("8:11: Invalid table: primry (nearest is primary)"),
                        at("9:11: Invalid SQL: select m from primary ([UNRESOLVED_COLUMN"),
                        at("10:11: Invalid SQL: select n from primary where m > 1 ([UNRESOLVED_COLUMN"),
                        at("11:11: Invalid SQL: select count(*) from primary (must give columns of the table"),
                        at("12:11: Invalid SQL: select s from primary (must give one number or boolean)"),
                        at("13:11: Invalid SQL: drop table primary (must be a query)"),
                        at("14:1: Cannot judge CustomSql: a condition and a threshold exclude each other"));
    }

    private static Consumer<String> at(String start) {
        return problem -> assertThat(problem).startsWith("rules.dqdl:" + start);
    }

    @Test
    void claimsAboutRowsCanSetRowsAsideAndOthersCannot() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.QUARANTINE,
                "Completeness \"n\" > 0.9",
                "CustomSql \"select n from primary where n > 1\"",
                "CustomSql \"select max(n) as n from primary\"",
                "CustomSql \"select count(*) from primary\" > 1");
        assertThat(RuleBook.check(rules, StructType.fromDDL("n INT")))
                .extracting(RuleProblem::toString)
                .satisfiesExactly(at("3:1: Cannot quarantine by CustomSql"), at("4:1: Cannot quarantine by CustomSql"));
    }
}
