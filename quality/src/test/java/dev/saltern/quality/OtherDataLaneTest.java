/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that compare a table of k and v with another. */
class OtherDataLaneTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            ReferentialIntegrity "k" "ref.k" = 1.0                | 1,1 2,2 2,3     | 1,0 2,0 2,0 | PASSED | 1    | 0
            ReferentialIntegrity "k" "ref.k" > 0.7                | 1,1 2,2 3,3 9,4 | 1,0 2,0 3,0 | PASSED | 0.75 | 1
            ReferentialIntegrity "k" "ref.{k}" > 0.75             | 1,1 2,2 3,3 9,4 | 1,0 2,0 3,0 | FAILED | 0.75 | 1
            ReferentialIntegrity "k" "ref.k" >= 0                 | -,1 -,2         | -,0 1,0     | PASSED | 0    | 2
            ReferentialIntegrity "k" "ref.k" >= 0                 | none            | 1,0         | FAILED | none | 0
            ReferentialIntegrity "k" "ref.k" > 0                  | 1,1             | none        | FAILED | 0    | 1
            ReferentialIntegrity "k" "ref.k" = 1                  | 1,1             | 1,0         | PASSED | 1    | 0
            ReferentialIntegrity "k,v" "ref.{v,k}" = 0.5          | 1,2 2,1         | 2,1         | PASSED | 0.5  | 1
            DatasetMatch "ref" "k" = 1.0                          | 1,1 2,-         | 1,1 2,- 3,3 | PASSED | 1    | 0
            DatasetMatch "ref" "k" = 1.0                          | 1,1 2,2         | 1,1 2,-     | FAILED | 0.5  | 1
            DatasetMatch "ref" "k" >= 0                           | 1,1 3,2         | 1,1 2,-     | PASSED | 0.5  | 1
            DatasetMatch "ref" "k" >= 0                           | 1,1 1,1 2,2     | 1,1 2,2     | PASSED | 0.3333333333333333 | 2
            DatasetMatch "ref" "k" >= 0                           | 1,1 2,2         | 1,1 1,1 2,2 | PASSED | 0.5  | 1
            DatasetMatch "ref" "k" >= 0                           | -,1 -,1         | -,1         | PASSED | 0    | 2
            DatasetMatch "ref" "k" >= 0                           | none            | 1,1         | FAILED | none | 0
            DatasetMatch "ref" "k" = 1                            | 1,1             | 1,1         | PASSED | 1    | 0
            DatasetMatch "ref" "k->v" "v->k" = 1                  | 1,5 2,6         | 5,1 6,2     | PASSED | 1    | 0
            DatasetMatch "ref" "k,v" = 1                          | 1,5 2,6         | 1,5 2,6     | PASSED | 1    | 0
            RowCountMatch "ref" = 0.5                             | 1,1             | 1,1 2,2     | PASSED | 0.5  | 0
            RowCountMatch "ref" > 0.5                             | 1,1             | 1,1 2,2     | FAILED | 0.5  | 0
            RowCountMatch "ref" = 1                               | -,- -,-         | 1,1 2,2     | PASSED | 1    | 0
            RowCountMatch "ref" = 0                               | none            | 1,1         | PASSED | 0    | 0
            RowCountMatch "ref" > 0                               | 1,1             | none        | FAILED | none | 0
            RowCountMatch "ref" = 1                               | none            | none        | PASSED | 1    | 0
            AggregateMatch "sum(v)" "sum(ref.v)" = 0.5            | 1,1 2,2         | 1,6         | PASSED | 0.5  | 0
            AggregateMatch "avg(v)" "SUM(ref.v)" > 0.5            | 1,1 2,2         | 1,3         | FAILED | 0.5  | 0
            AggregateMatch "min(v)" "max(v)" = 0.5                | 1,1 2,2         | 1,3         | PASSED | 0.5  | 0
            AggregateMatch "count(v)" "count(ref.v)" = 0          | 1,- 2,-         | 1,3         | PASSED | 0    | 0
            AggregateMatch "sum(v)" "sum(ref.v)" > 0              | 1,- 2,-         | 1,3         | FAILED | none | 0
            AggregateMatch "sum(v)" "sum(ref.v)" > 0              | none            | 1,3         | FAILED | none | 0
            AggregateMatch "sum(v)" "sum(ref.v)" > 0              | 1,1             | 1,0         | FAILED | none | 0
            AggregateMatch "sum(v)" "sum(ref.v)" = 1              | 1,0             | 1,0         | PASSED | 1    | 0
            SchemaMatch "ref" = 1.0                               | none            | none        | PASSED | 1    | 0
            SchemaMatch "wide" > 0.5                              | 1,1             | none        | FAILED | 0.3333333333333333 | 0
            """)
    void tableIsComparedWithAnother(
            String rule, String values, String other, Outcome outcome, Double observed, long badRows) {
        Dataset<Row> rows = table(values);
        Map<String, Dataset<Row>> others = Map.of("ref", table(other), "wide", wide());
        RuleBook book = RuleBook.compile(LocalSpark.filed(Action.FAIL, rule), rows.schema(), setting(others));
        assertThat(book.evaluate(rows, Evidence.of(others))).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(outcome);
            assertThat(result.observed()).isEqualTo(observed);
            assertThat(result.badRows()).isEqualTo(badRows);
            assertThat(result.totalRows()).isEqualTo(rows.count());
        });
    }

    @Test
    void rowsNotFoundAreQuarantinedWithTheirReasonAndCountedInThePassOfTheOthers() {
        Dataset<Row> rows = table("1,1 9,2 -,3");
        Map<String, Dataset<Row>> others = Map.of("ref", table("1,1 1,2"));
        List<FiledRule> rules = LocalSpark.filed(
                Action.QUARANTINE,
                "ReferentialIntegrity \"k\" \"ref.k\" = 1.0",
                "IsComplete \"k\"",
                "ReferentialIntegrity \"v\" \"ref.v\" = 1.0");
        RuleBook book = RuleBook.compile(rules, rows.schema(), setting(others));
        RowMask mask = book.rowMask();
        Dataset<Row> masked = book.prepared(rows, others)
                .select(functions.col("k"), functions.col("v"), mask.columns().get(0));
        assertThat(masked.where(mask.isBroken(Action.QUARANTINE))
                        .select(mask.reasons(Action.QUARANTINE))
                        .collectAsList())
                .extracting(row -> String.join(" | ", row.<String>getList(0)))
                .containsExactlyInAnyOrder(
                        "k=9 (must be found in ref.k)",
                        "k=NULL (must be found in ref.k) | k is NULL | v=3 (must be found in ref.v)");
        List<RuleResult> results = book.evaluate(rows, Evidence.of(others));
        assertThat(results)
                .extracting(RuleResult::message)
                .element(0)
                .isEqualTo("ReferentialIntegrity \"k\" \"ref.k\" = 1.0 failed: column k, observed"
                        + " Column.ref.ReferentialIntegrity 0.3333333333333333, required = 1.0, 2 of 3 rows bad, such as"
                        + " k=9; k=NULL");
        assertThat(results).extracting(RuleResult::badRows).containsExactly(2L, 1L, 1L);
        assertThat(results)
                .extracting(RuleResult::provenBy)
                .containsExactly(ProvenBy.OTHER_DATA, ProvenBy.PASS, ProvenBy.OTHER_DATA);
        assertThatThrownBy(() -> book.evaluate(rows, Evidence.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Missing required data set: ref");
    }

    @Test
    void rowsThatDifferAreShown() {
        Dataset<Row> rows = table("1,1 2,2 3,3 4,4 -,5");
        Map<String, Dataset<Row>> others = Map.of("ref", table("1,1 2,9"));
        RuleBook book = RuleBook.compile(
                LocalSpark.filed(Action.FAIL, "DatasetMatch \"ref\" \"k\" = 1.0"), rows.schema(), setting(others));
        assertThat(book.evaluate(rows, Evidence.of(others)))
                .extracting(RuleResult::examples)
                .containsExactly(List.of("k=2", "k=3", "k=4"));
    }

    @Test
    void mistakesAgainstTheOtherTablesAreFoundBeforeAnyRowIsRead() {
        Map<String, Dataset<Row>> others = Map.of("ref", table(null), "wide", wide());
        List<FiledRule> rules = LocalSpark.filed(
                Action.FAIL,
                "RowCountMatch \"reff\" > 1",
                "ReferentialIntegrity \"k\" \"ref.kk\" > 1",
                "ReferentialIntegrity \"k\" \"wide.s\" > 1",
                "ReferentialIntegrity \"k,v\" \"ref.k\" > 1",
                "ReferentialIntegrity \"k\" \"ref\" > 1",
                "DatasetMatch \"wide\" \"k\" > 1",
                "DatasetMatch \"ref\" \"k->q\" > 1",
                "AggregateMatch \"median(k)\" \"sum(ref.k)\" > 1",
                "AggregateMatch \"sum(q)\" \"sum(wide.s)\" > 1");
        assertThat(RuleBook.check(rules, table(null).schema(), setting(others)))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:1:15: Invalid data set: reff (nearest is ref)",
                        "rules.dqdl:2:26: Invalid column: kk of ref (nearest is k)",
                        "rules.dqdl:3:26: Cannot compare k with wide.s: the columns are int and string",
                        "rules.dqdl:4:28: Cannot compare 2 columns with 1 of ref",
                        "rules.dqdl:5:26: Invalid reference: ref (must be a table, a point and columns, such as"
                                + " ref.{x,y})",
                        "rules.dqdl:6:14: Invalid column: v of wide (must be one of k, s, t)",
                        "rules.dqdl:7:14: Invalid column: q of ref (must be one of k, v)",
                        "rules.dqdl:8:16: Invalid aggregate: median(k) (must be avg, sum, min, max or count of a column,"
                                + " such as sum(ref.amount))",
                        "rules.dqdl:9:16: Invalid column: q (must be one of k, v)",
                        "rules.dqdl:9:25: Cannot compute sum(wide.s): the column is string and must be a number");
    }

    private static RuleSetting setting(Map<String, Dataset<Row>> others) {
        return RuleSetting.at(Instant.EPOCH)
                .withDatasets(others.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().schema())));
    }

    private static Dataset<Row> wide() {
        return LocalSpark.table("k INT, s STRING, t STRING");
    }

    private static Dataset<Row> table(String values) {
        Row[] rows = values == null
                ? new Row[0]
                : Arrays.stream(values.split(" ", -1))
                        .map(row -> row.split(",", -1))
                        .map(row -> RowFactory.create(number(row[0]), number(row[1])))
                        .toArray(Row[]::new);
        return LocalSpark.table("k INT, v INT", rows);
    }

    private static Integer number(String text) {
        return "-".equals(text) ? null : Integer.valueOf(text);
    }
}
