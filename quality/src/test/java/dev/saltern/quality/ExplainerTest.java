/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
    private static final String DDL = "id INT, site STRING, v DOUBLE, ok BOOLEAN, day DATE, meta STRUCT<a: INT>";
    private static final String[] RULES = {
        "ColumnExists \"id\"",
        "RowCount > 0",
        "IsComplete \"site\"",
        "IsComplete \"meta\"",
        "Completeness \"v\" > 0.1",
        "ColumnValues \"v\" between -60 and 60",
        "ColumnValues \"v\" > 99",
        "ColumnValues \"v\" != 7",
        "ColumnValues \"ok\" in [\"true\"]",
        "ColumnValues \"site\" matches \"[a-z]+\"",
        "ColumnValues \"site\" in [\"a\"]",
        "ColumnLength \"site\" = 1",
        "ColumnValues \"day\" >= \"2026-01-01\"",
        "ColumnValues \"v\" > 0 where \"site = 'a'\"",
        "CustomSql \"select * from primary where id < 100\"",
        "CustomSql \"select count(*) from primary\" > 1",
        "Mean \"v\" > 0",
        "Range \"v\" < 9",
        "ZerosCount \"v\" = 0",
        "IsUnique \"id\"",
        "IsPrimaryKey \"id\" \"site\"",
        "Uniqueness \"site\" > 0.5",
        "IsUnique \"site\"",
        "(RowCount > 0) and (IsUnique \"site\")"
    };

    @TempDir
    private Path folder;

    @Test
    void rulesAreSettledAsForetold() {
        RuleBook rules = book(RULES);
        KnownKeys keys = KnownKeys.NONE.and(List.of("id"));

        List<RuleExplanation> told = rules.explain(keys, RowRemoval.AFTERWARDS);
        List<RuleResult> found = rules.evaluate(written(), new Evidence(keys, null));

        for (int i = 0; i < RULES.length; i++) {
            RuleExplanation rule = told.get(i);
            assertThat(rule.rule()).isEqualTo(found.get(i).rule());
            assertThat(found.get(i).provenBy())
                    .as("%s", rule)
                    .isIn(rule.expected(), rule.otherwise() == null ? rule.expected() : rule.otherwise());
            if (found.get(i).outcome() == Outcome.PASSED) {
                assertThat(found.get(i).provenBy()).as("%s", rule).isEqualTo(rule.expected());
            }
        }
    }

    @Test
    void reasonsAndSharedWorkAreNamed() {
        List<RuleExplanation> told = book(RULES).explain(KnownKeys.NONE.and(List.of("id")), RowRemoval.AFTERWARDS);

        assertThat(told.stream()
                        .map(rule ->
                                rule.expected().label() + ": " + rule.why() + " | " + rule.work() + rule.sharing()))
                .containsExactly(
                        "schema: names and types of the columns | 0",
                        "footers: the number of rows | 0",
                        "footers: NULLs of site | 0",
                        "one pruned pass: footers say nothing of a column of type struct | pass4",
                        "footers: NULLs of v | 0",
                        "footers: least and greatest v | 0",
                        "footers: least and greatest v | 0",
                        "dictionaries: every value of v | 0",
                        "footers: least and greatest ok | 0",
                        "dictionaries: every value of site | 0",
                        "dictionaries: every value of site | 0",
                        "dictionaries: every value of site | 0",
                        "footers: least and greatest day | 0",
                        "one pruned pass: footers do not know the rows of where | pass4",
                        "one pruned pass: it takes the row to tell | pass4",
                        "other data: a join, or SQL of its own | data of CustomSql \"select count(*) from primary\" > 11",
                        "one pruned pass: footers keep no such number; counters in the write would run outside of"
                                + " generated code | pass4",
                        "footers: least and greatest v | 0",
                        "footers: least and greatest v | 0",
                        "grouped keys: the step leaves one row for each key | 0",
                        "grouped keys: the step leaves one row for each key | 0",
                        "grouping: of site | grouping by site3".replace("grouping: ", "a grouping: "),
                        "a grouping: of site | grouping by site3",
                        "its parts: each on its own | 0");
        assertThat(RuleExplanation.jobs(told)).isEqualTo(3);
        assertThat(told.get(23).jobs()).isEqualTo(1);
    }

    @Test
    void rowsThatLeaveWhileTheyAreWrittenAreFoundByTheMask() {
        RuleBook rules = RuleBook.compile(
                LocalSpark.filed(Action.QUARANTINE, "IsComplete \"site\"", "ColumnValues \"v\" < 9"),
                LocalSpark.table(DDL).schema());

        assertThat(rules.explain(KnownKeys.NONE, RowRemoval.STAGING))
                .allMatch(rule -> rule.expected() == ProvenBy.SET_ASIDE && rule.jobs() == 0);
        assertThat(rules.explain(KnownKeys.NONE, RowRemoval.SPLIT))
                .allMatch(rule -> rule.expected() == ProvenBy.SET_ASIDE && rule.sharing() == 2);
        assertThat(rules.explain(KnownKeys.NONE, RowRemoval.AFTERWARDS))
                .allMatch(rule -> rule.expected() == ProvenBy.FOOTERS);
    }

    @Test
    void manyRulesOnRowsAreCountedByAHistogram() {
        String[] many = IntStream.range(0, 40)
                .mapToObj(i -> "CustomSql \"select * from primary where id <> " + (100 + i) + "\"")
                .toArray(String[]::new);

        assertThat(book(many).explain(KnownKeys.NONE, RowRemoval.AFTERWARDS))
                .allMatch(rule -> rule.work().equals("histogram") && rule.sharing() == 40);
    }

    private static RuleBook book(String... rules) {
        return RuleBook.compile(
                LocalSpark.filed(Action.FAIL, rules), LocalSpark.table(DDL).schema());
    }

    /** So many rows that a dictionary is smaller than the values. */
    private Dataset<Row> written() {
        Row[] rows = IntStream.range(0, 300)
                .mapToObj(i -> RowFactory.create(
                        i,
                        i % 3 == 0 ? "a" : "b",
                        i % 5 == 0 ? null : Double.valueOf(i % 2 + 0.5),
                        true,
                        Date.valueOf("2026-01-31"),
                        i == 7 ? null : RowFactory.create(i)))
                .toArray(Row[]::new);
        Dataset<Row> table = LocalSpark.table(DDL, rows);
        String path = folder.resolve("t").toString();
        table.coalesce(1).write().parquet(path);
        return LocalSpark.SESSION.read().schema(table.schema()).parquet(path);
    }
}
