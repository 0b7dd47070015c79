/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final StructType SCHEMA = StructType.fromDDL(
            "sensor_id STRING, ts TIMESTAMP, temperature DOUBLE, tags MAP<STRING, STRING>, flag BOOLEAN");

    @Test
    void dynamicValueThatDoesNotFitTheColumnIsReportedAsWritten() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.WARN,
                "ColumnValues \"sensor_id\" > last()",
                "ColumnValues \"sensor_id\" < now()",
                "DetectAnomalies \"Completeness\" \"sensorid\"");
        assertThat(RuleBook.check(rules, SCHEMA, RuleSetting.at(Instant.EPOCH)))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:1:26: Cannot compare sensor_id with last(): the column is string and last() is a"
                                + " number",
                        "rules.dqdl:2:26: Cannot compare sensor_id with now(): the column is string and now() is a date",
                        "rules.dqdl:3:32: Invalid column: sensorid (nearest is sensor_id)");
    }

    @Test
    void allMistakesAgainstTheSchemaAreReportedEachAtItsPlace() {
        List<FiledRule> rules = LocalSpark.all(
                LocalSpark.filed(
                        Action.FAIL,
                        "IsComplete \"sensorid\"",
                        "ColumnValues \"sensor_id\" > 5",
                        "ColumnValues \"temperature\" between 60 and -60",
                        "ColumnValues \"temperature\" matches \"x\"",
                        "ColumnValues \"sensor_id\" matches \"[a\"",
                        "ColumnValues \"ts\" > \"yesterday\"",
                        "ColumnValues \"flag\" = EMPTY",
                        "IsComplete \"ts\" where \"temprature > 1 and tz = 1\"",
                        "IsComplete \"ts\" where \"temperature >\"",
                        "RowCount between 9 and 1",
                        "ColumnValues \"flag\" = \"true\" with threshold between 1 and 1",
                        "IsUnique \"sensor_id\" \"tags\"",
                        "ColumnValues \"temperature\" > 1 where \"nothing\" with threshold > 1"),
                LocalSpark.filed(Action.QUARANTINE, "RowCount > 0", "IsComplete \"ts\""),
                LocalSpark.filed(Action.DROP, "IsUnique \"ts\""));
        assertThat(RuleBook.check(rules, SCHEMA, RuleSetting.at(Instant.EPOCH)))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rules.dqdl:1:12: Invalid column: sensorid (nearest is sensor_id)",
                        "rules.dqdl:2:26: Cannot compare sensor_id with 5: the column is string and 5 is a number",
                        "rules.dqdl:3:28: Invalid range: between 60 and -60 (must be from the lower end to the higher)",
                        "rules.dqdl:4:28: Cannot match temperature with a regular expression: the column is double and"
                                + " must be string",
                        "rules.dqdl:5:26: Invalid regular expression: [a (Unclosed character class)",
                        "rules.dqdl:6:19: Cannot compare ts with \"yesterday\": the column is timestamp and \"yesterday\""
                                + " is a string",
                        "rules.dqdl:7:21: Cannot compare flag with EMPTY: the column is boolean and must be string",
                        "rules.dqdl:8:23: Invalid column: temprature (nearest is temperature)",
                        "rules.dqdl:8:23: Invalid column: tz (nearest is ts)",
                        "rules.dqdl:9:23: Invalid where: temperature > ([PARSE_SYNTAX_ERROR] Syntax error at or near end"
                                + " of input.(line 1, pos 13))",
                        "rules.dqdl:10:10: Invalid range: between 9 and 1 (must be from the lower end to the higher)",
                        "rules.dqdl:11:45: Invalid range: between 1 and 1 (must be from the lower end to the higher)",
                        "rules.dqdl:12:22: Cannot compare rows by tags: the column is map<string,string>",
                        "rules.dqdl:13:38: Invalid column: nothing (must be one of sensor_id, ts, temperature, tags, flag)",
                        "rules.dqdl:1:1: Cannot quarantine by RowCount: it is a claim about the whole table. File it under"
                                + " fail or warn",
                        "rules.dqdl:1:1: Cannot drop by IsUnique: it is a claim about the whole table. File it under fail"
                                + " or warn");
        assertThatThrownBy(() -> RuleBook.compile(rules.subList(0, 2), SCHEMA))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessage("""
                        Cannot compile the rules: 2 found wrong
                          rules.dqdl:1:12: Invalid column: sensorid (nearest is sensor_id)
                          rules.dqdl:2:26: Cannot compare sensor_id with 5: the column is string and 5 is a number""");
    }

    @Test
    void whereThatIsNoConditionIsRefusedWhenThereIsASession() {
        LocalSpark.SESSION.range(1);
        assertThat(RuleBook.check(
                        LocalSpark.filed(
                                Action.WARN,
                                "IsComplete \"ts\" where \"temperature\"",
                                "IsComplete \"ts\" where \"nosuch(temperature) > 1\"",
                                "IsComplete \"ts\" where \"lower(SENSOR_ID) = 'a' and tags['x'] = 'y'\""),
                        SCHEMA,
                        RuleSetting.at(Instant.EPOCH)))
                .extracting(RuleProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith("Invalid where: temperature ([DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN]"),
                        message -> assertThat(message)
                                .startsWith("Invalid where: nosuch(temperature) > 1 ([UNRESOLVED_ROUTINE]"));
    }

    @Test
    void resultsComeInOrderWithExamplesOfWhatFailedAlone() {
        Dataset<Row> rows = LocalSpark.table(
                        "id STRING, part INT, v DOUBLE, `a.b` INT",
                        RowFactory.create("e", 1, 99.0, 1),
                        RowFactory.create("d", 1, 98.0, 1),
                        RowFactory.create("c", 1, 97.0, null),
                        RowFactory.create("b", 1, 96.0, 1),
                        RowFactory.create("a", 1, 5.0, 1),
                        RowFactory.create("a", 1, 5.0, 1),
                        RowFactory.create(null, 2, 5.0, 1))
                .repartition(3);
        RuleBook book = RuleBook.compile(
                LocalSpark.all(
                        LocalSpark.filed(
                                Action.FAIL,
                                "RowCount > 0",
                                "ColumnValues \"v\" <= 9",
                                "IsPrimaryKey \"id\" \"part\"",
                                "IsUnique \"part\" \"id\" where \"id <> 'a'\""),
                        LocalSpark.filed(Action.QUARANTINE, "IsComplete \"id\""),
                        LocalSpark.filed(Action.WARN, "IsComplete \"a.b\"", "Completeness \"id\" > 0.9")),
                rows.schema());
        assertThat(book.evaluate(rows))
                .extracting(RuleResult::message)
                .containsExactly(
                        "RowCount > 0 passed: column *, observed Dataset.*.RowCount 7, required > 0, 0 of 7 rows bad",
                        "ColumnValues \"v\" <= 9 failed: column v, observed Column.v.ColumnValues.Compliance"
                                + " 0.4285714285714286, required <= 9, 4 of 7 rows bad, such as id=\"b\", part=1, v=96.0;"
                                + " id=\"c\", part=1, v=97.0; id=\"d\", part=1, v=98.0",
                        "IsPrimaryKey \"id\" \"part\" failed: column id, part, observed Multicolumn.id,part.Uniqueness"
                                + " 0.5714285714285714, required unique and not NULL, 3 of 7 rows bad, such as id=\"a\","
                                + " part=1 (2 rows); id=NULL, part=2 (1 row)",
                        "IsUnique \"part\" \"id\" where \"id <> 'a'\" passed: column part, id, observed"
                                + " Multicolumn.part,id.Uniqueness 1, required unique, 0 of 7 rows bad",
                        "IsComplete \"a.b\" failed: column a.b, observed Column.a.b.Completeness 0.8571428571428571,"
                                + " required not NULL, 1 of 7 rows bad, such as id=\"c\", part=1, a.b=NULL",
                        "Completeness \"id\" > 0.9 failed: column id, observed Column.id.Completeness"
                                + " 0.8571428571428571, required > 0.9, 1 of 7 rows bad, such as id=NULL, part=2");
        assertThat(book.evaluate(rows).stream().filter(RuleResult::refusesPublish))
                .extracting(RuleResult::rule)
                .containsExactly("ColumnValues \"v\" <= 9", "IsPrimaryKey \"id\" \"part\"");
    }

    @Test
    void cleanTableCostsOnePassAndOneGroupingForEachSetOfKeys() throws TimeoutException {
        Dataset<Row> rows = LocalSpark.table("id INT, part INT", RowFactory.create(1, 1), RowFactory.create(2, 1));
        RuleBook book = RuleBook.compile(
                LocalSpark.filed(
                        Action.FAIL,
                        "RowCount > 0",
                        "IsComplete \"id\"",
                        "IsUnique \"part\" \"id\"",
                        "IsPrimaryKey \"id\" \"part\""),
                rows.schema());
        Set<String> descriptions = new ConcurrentSkipListSet<>();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                descriptions.add(start.properties().getProperty("spark.job.description", "none"));
            }
        };
        SparkContext context = LocalSpark.SESSION.sparkContext();
        context.addSparkListener(listener);
        try {
            assertThat(book.evaluate(rows)).allMatch(result -> result.outcome() == Outcome.PASSED);
            context.listenerBus().waitUntilEmpty(10_000);
        } finally {
            context.removeSparkListener(listener);
        }
        assertThat(descriptions)
                .containsExactlyInAnyOrder("quality: 2 rules in one pass", "quality: rows with equal id, part");
        assertThat(context.getLocalProperty("spark.job.description")).isNull();
    }

    @Test
    void resultOfCountsMadeElsewhereKeepsActionAndThreshold() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.QUARANTINE, "IsComplete \"sensor_id\"", "ColumnValues \"temperature\" > 0 with threshold > 0.5");
        RuleBook book = RuleBook.compile(rules, SCHEMA);
        assertThat(book.only(Action.FAIL).rules()).isEmpty();
        assertThat(book.only(Action.QUARANTINE, Action.DROP).rules()).isEqualTo(rules);
        RuleResult broken = book.resultOf(rules.get(0), 1, 4, List.of("row 7"));
        assertThat(broken.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(broken.refusesPublish()).isFalse();
        assertThat(broken.message()).endsWith("1 of 4 rows bad, such as row 7");
        assertThat(book.resultOf(rules.get(1), 1, 4, List.of()).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(book.resultOf(rules.get(1), 2, 4, List.of()).outcome()).isEqualTo(Outcome.FAILED);
        assertThatThrownBy(() -> book.only(Action.FAIL).resultOf(rules.get(0), 0, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot judge IsComplete \"sensor_id\": the rule is not in this book");
    }
}
