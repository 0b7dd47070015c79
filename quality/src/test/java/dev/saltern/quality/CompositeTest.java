/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joined rules, on the table of the Glue page and a few like it. */
class CompositeTest {
    private static final RuleSetting BY_COLUMN = RuleSetting.at(Instant.EPOCH);
    private static final RuleSetting BY_ROW = BY_COLUMN.with(Composites.ROW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            (ColumnValues "myCol1" > 1) or (ColumnValues "myCol2" > 2)                           | 2,1 0,3 | FAILED 1 | PASSED 0
            (ColumnValues "myCol1" > 1) and (ColumnValues "myCol2" > 2)                          | 2,1 0,3 | FAILED 1 | FAILED 2
            (ColumnValues "myCol1" >= 0) and (ColumnValues "myCol2" > 0)                         | 2,1 0,3 | PASSED 0 | PASSED 0
            (ColumnValues "myCol1" >= 0) or (ColumnValues "myCol2" > 9)                          | 2,1 0,3 | PASSED 0 | PASSED 0
            (ColumnValues "myCol1" = NULL) or (ColumnValues "myCol1" between 1 and 9)            | -,1 5,3 | FAILED 1 | PASSED 0
            (IsComplete "myCol1") or (IsComplete "myCol2")                                       | -,1 5,- | FAILED 1 | PASSED 0
            (IsComplete "myCol1") or (IsComplete "myCol2")                                       | -,- -,- | FAILED 2 | FAILED 2
            (IsComplete "myCol1") and (IsComplete "myCol2")                                      | none    | PASSED 0 | PASSED 0
            (IsComplete "myCol1") and (IsComplete "myCol2")                                      | 1,-     | FAILED 1 | FAILED 1
            (IsComplete "myCol1") or (IsComplete "myCol2") and (ColumnValues "myCol2" > 5)       | 1,1     | PASSED 0 | PASSED 0
            ((IsComplete "myCol1") or (IsComplete "myCol2")) and (ColumnValues "myCol2" > 5)     | 1,1     | FAILED 1 | FAILED 1
            (ColumnValues "myCol1" > 5 where "myCol2 > 1") and (IsComplete "myCol2")             | 2,1 9,3 | PASSED 0 | PASSED 0
            (ColumnValues "myCol1" > 5 where "myCol2 > 1") or (ColumnValues "myCol2" > 9)        | 2,1 0,3 | FAILED 2 | FAILED 1
            """)
    void rulesAreJoinedByColumnOrByRow(String rule, String values, String byColumn, String byRow) {
        Dataset<Row> rows = table(values);
        assertThat(judge(rule, rows, BY_COLUMN)).isEqualTo(byColumn);
        assertThat(judge(rule, rows, BY_ROW)).isEqualTo(byRow);
    }

    @Test
    void partsOfAllLanesAreJoinedByColumn() {
        Dataset<Row> rows = table("2,1 0,3");
        assertThat(judge("(RowCount > 5) or ((IsComplete \"myCol1\") and (IsUnique \"myCol1\"))", rows, BY_COLUMN))
                .isEqualTo("PASSED 0");
        assertThat(judge("(RowCount > 5) or (Completeness \"myCol1\" > 1)", rows, BY_COLUMN))
                .isEqualTo("FAILED 0");
    }

    @Test
    void sharesAndClaimsAboutTheTableAreRefusedByRow() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.FAIL,
                "(ColumnValues \"myCol1\" > 1 with threshold > 0.5) or (IsComplete \"myCol2\")",
                "(IsComplete \"myCol2\") and (Completeness \"myCol1\" > 0.5)",
                "(IsComplete \"myCol2\") and (IsUnique \"myCol1\")");
        assertThat(RuleBook.check(rules, table("1,1").schema(), BY_ROW))
                .extracting(RuleProblem::message)
                .containsExactly(
                        "Cannot judge ColumnValues \"myCol1\" > 1 with threshold > 0.5 by row: it is a claim about the"
                                + " whole table",
                        "Cannot judge Completeness \"myCol1\" > 0.5 by row: it is a claim about the whole table",
                        "Cannot judge IsUnique \"myCol1\" by row: it is a claim about the whole table");
        assertThat(RuleBook.check(
                        LocalSpark.filed(Action.QUARANTINE, "(IsComplete \"myCol1\") or (IsComplete \"myCol2\")"),
                        table("1,1").schema(),
                        BY_COLUMN))
                .extracting(RuleProblem::message)
                .singleElement()
                .asString()
                .contains("are judged on the whole table. Judge composites by row, or file it under fail or warn");
    }

    @Test
    void rowIsQuarantinedWithTheReasonsOfThePartsItBreaks() {
        Dataset<Row> rows = table("2,1 0,1 0,-");
        RowMask mask = RuleBook.compile(
                        LocalSpark.filed(
                                Action.QUARANTINE,
                                "(ColumnValues \"myCol1\" > 1) or (ColumnValues \"myCol2\" > 2)",
                                "(ColumnValues \"myCol1\" >= 0) and (IsComplete \"myCol2\")"),
                        rows.schema(),
                        BY_ROW)
                .rowMask();
        Dataset<Row> masked = rows.select(functions.col("*"), mask.columns().get(0));
        assertThat(masked.where(mask.isBroken(Action.QUARANTINE))
                        .select(mask.ids(Action.QUARANTINE), mask.reasons(Action.QUARANTINE))
                        .collectAsList())
                .extracting(row -> row.getList(0).size() + ": " + String.join(" | ", row.<String>getList(1)))
                .containsExactlyInAnyOrder(
                        "1: myCol1 is 0 (must be > 1); myCol2 is 1 (must be > 2)",
                        "2: myCol1 is 0 (must be > 1); myCol2 is NULL (must be > 2) | myCol2 is NULL");
    }

    private static String judge(String rule, Dataset<Row> rows, RuleSetting setting) {
        List<RuleResult> results = RuleBook.compile(LocalSpark.filed(Action.FAIL, rule), rows.schema(), setting)
                .evaluate(rows);
        assertThat(results).hasSize(1);
        return results.get(0).outcome() + " " + results.get(0).badRows();
    }

    private static Dataset<Row> table(String values) {
        Row[] rows = values == null
                ? new Row[0]
                : java.util.Arrays.stream(values.split(" ", -1))
                        .map(row -> row.split(",", -1))
                        .map(row -> RowFactory.create(number(row[0]), number(row[1])))
                        .toArray(Row[]::new);
        return LocalSpark.table("myCol1 INT, myCol2 INT", rows);
    }

    private static Integer number(String text) {
        return "-".equals(text) ? null : Integer.valueOf(text);
    }
}
