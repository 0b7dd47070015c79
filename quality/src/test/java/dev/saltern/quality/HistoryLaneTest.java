/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.quality.MetricHistory.Observation;
import dev.saltern.quality.dqdl.Dqdl;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that ask what earlier runs observed, or what time it is. */
class HistoryLaneTest {
    private static final Instant NOW = Instant.parse("2024-05-15T01:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            RowCount > last()                           | 1 2   | 1      | PASSED | 2    | > last() (= 1)
            RowCount > last()                           | 1 2   | 2 1    | FAILED | 2    | > last() (= 2)
            RowCount > last()                           | 1     |        | PASSED | 1    | > last() (= 0)
            RowCount > last()                           |       |        | FAILED | 0    | > last() (= 0)
            RowCount > avg(last(7)) * 0.8               | 1 2   | 1 2 3  | PASSED | 2    | > avg(last(7)) * 0.8 (= 1.6)
            RowCount >= avg(last(2))                    | 1 2   | 1 2 30 | PASSED | 2    | >= avg(last(2)) (= 1.5)
            RowCount = median(last(4))                  | 1 2   | 1 3 9 0 | PASSED | 2   | = median(last(4)) (= 2)
            RowCount = max(last(3)) - min(last(3))      | 1 2   | 5 3 4  | PASSED | 2    | = max(last(3)) - min(last(3)) (= 2)
            RowCount = sum(last(3)) / 3                 | 1 2   | 1 2 3  | PASSED | 2    | = sum(last(3)) / 3 (= 2)
            RowCount = std(last(2)) + abs(1 - last())   | 1 2   | 2 4    | PASSED | 2    | = std(last(2)) + abs(1 - last()) (= 2)
            RowCount = index(last(3), 1)                | 1 2   | 1 2 3  | PASSED | 2    | = index(last(3), 1) (= 2)
            RowCount = index(last(3), 2)                | 1 2   | 1 2    | FAILED | 2    | = index(last(3), 2) (no number: index 2 of 2 runs)
            RowCount > 1 / last()                       | 1 2   |        | FAILED | 2    | > 1 / last() (no number: Division by zero)
            RowCount between last() - 1 and last() + 1  | 1 2   | 2      | PASSED | 2    | between last() - 1 and last() + 1 (= 1, 3)
            RowCount between last() and 3               | 1 2   | 9      | FAILED | 2    | between last() and 3 (no number: the range from 9 to 3 is empty)
            RowCount in [last(), 7]                     | 1 2   | 2      | PASSED | 2    | in [last(), 7] (= 2)
            RowCount = avg(last(3))                     | - -   | 2      | PASSED | 2    | = avg(last(3)) (= 2)
            Completeness "v" >= last()                  | 1 -   | 0.5    | PASSED | 0.5  | >= last() (= 0.5)
            Completeness "v" >= last()                  | - -   | 0.5    | FAILED | 0    | >= last() (= 0.5)
            Completeness "v" >= last()                  |       |        | FAILED | none | >= last() (= 0)
            Completeness "v" >= last() where "v > 1"    | 1 2 - | 0.5    | PASSED | 1    | >= last() (= 0.5)
            ColumnValues "v" > 1 with threshold > last() | 1 2 3 | 0.6   | PASSED | 0.6666666666666667 | > 1 with threshold > last() (= 0.6)
            ColumnValues "v" > index(last(2), 1)        | 1 2   | 0.5    | FAILED | 1    | > index(last(2), 1) (no number: index 1 of 1 run)
            """)
    void numberOfEarlierRunsIsRequired(
            String rule, String values, String history, Outcome outcome, Double observed, String required) {
        RuleResult result = judge(rule, table(values), history(history));
        assertThat(result.rule()).isEqualTo(rule);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.observed()).isEqualTo(observed);
        assertThat(result.required()).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            DetectAnomalies "RowCount"          | 1 2   |             | PASSED | 2    | no opinion before 3 points
            DetectAnomalies "RowCount"          | 1 2   | 90 90       | PASSED | 2    | no opinion before 3 points
            DetectAnomalies "RowCount"          | 1 2   | 1 2 3       | PASSED | 2    | from -2.4478 to 6.4478 (median 2 of 3 runs)
            DetectAnomalies "RowCount"          | 1 2   | 7 8 9       | FAILED | 2    | from 3.5522 to 12.4478 (median 8 of 3 runs)
            DetectAnomalies "RowCount"          | 1 2   | 2 2 2 90    | PASSED | 2    | from 1.9 to 2.1 (median 2 of 4 runs)
            DetectAnomalies "RowCount"          | 1     | 2 2 2 90    | FAILED | 1    | from 1.9 to 2.1 (median 2 of 4 runs)
            DetectAnomalies "RowCount"          |       | 0 0 0       | PASSED | 0    | from 0 to 0 (median 0 of 3 runs)
            DetectAnomalies "RowCount"          | 1     | 0 0 0       | FAILED | 1    | from 0 to 0 (median 0 of 3 runs)
            DetectAnomalies "Completeness" "v"  | 1 -   | 0.5 0.5 0.5 | PASSED | 0.5  | from 0.475 to 0.525 (median 0.5 of 3 runs)
            DetectAnomalies "Completeness" "v"  | - -   | 1 1 1       | FAILED | 0    | from 0.95 to 1.05 (median 1 of 3 runs)
            DetectAnomalies "Completeness" "v"  |       | 1 1 1       | FAILED | none | from 0.95 to 1.05 (median 1 of 3 runs)
            DetectAnomalies "Completeness" "v"  |       | 1 1         | PASSED | none | no opinion before 3 points
            """)
    void numberFarFromEarlierRunsIsAnAnomaly(
            String rule, String values, String history, Outcome outcome, Double observed, String required) {
        RuleResult result = judge(rule, table(values), history(history));
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.observed()).isEqualTo(observed);
        assertThat(result.required()).isEqualTo(required);
    }

    @Test
    void sameWeekdayCountsWhereThereAreThreeOfIt() {
        List<Observation> sundays = List.of(
                new Observation("2024-05-13", 100),
                new Observation("2024-05-12", 2),
                new Observation("2024-05-06", 90),
                new Observation("2024-05-05", 2),
                new Observation("2024-04-28", 2));
        RuleSetting setting = RuleSetting.at(NOW).with(metric -> sundays);
        Dataset<Row> rows = table("1 2");
        List<FiledRule> rules = LocalSpark.filed(Action.FAIL, "DetectAnomalies \"RowCount\"");
        assertThat(RuleBook.compile(rules, rows.schema(), setting.on(LocalDate.parse("2024-05-19")))
                        .evaluate(rows))
                .extracting(RuleResult::required)
                .containsExactly("from 1.9 to 2.1 (median 2 of 3 runs of the same weekday)");
        assertThat(RuleBook.compile(rules, rows.schema(), setting.on(LocalDate.parse("2024-05-20")))
                        .evaluate(rows))
                .extracting(RuleResult::required)
                .containsExactly("from 1.9 to 2.1 (median 2 of 5 runs)");
    }

    @Test
    void anomalyIsFoundInTheLaneOfItsMetric(@TempDir Path folder) {
        String path = folder.resolve("t").toString();
        table("1 2 3").write().parquet(path);
        Dataset<Row> files = LocalSpark.SESSION.read().parquet(path);
        List<FiledRule> rules = LocalSpark.filed(
                Action.FAIL,
                "DetectAnomalies \"RowCount\"",
                "DetectAnomalies \"ColumnValues\" \"v\"",
                "RowCount > last()");
        RuleBook book = RuleBook.compile(
                rules,
                Dqdl.parse("Analyzers = [ AllStatistics \"v\" ]", "a.dqdl", 1, 1)
                        .analyzers(),
                files.schema(),
                RuleSetting.at(NOW).with(history("1 1 1")));
        Findings findings = book.judge(files, Evidence.NONE);
        assertThat(findings.results())
                .extracting(RuleResult::provenBy)
                .containsExactly(ProvenBy.FOOTERS, ProvenBy.PARTS, ProvenBy.FOOTERS);
        assertThat(findings.results())
                .extracting(RuleResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.PASSED);
        assertThat(findings.metrics())
                .contains(
                        new MetricResult("Dataset.*.RowCount", 3),
                        new MetricResult("Column.v.Minimum", 1),
                        new MetricResult("Column.v.Maximum", 3),
                        new MetricResult("Column.v.Completeness", 1))
                .doesNotHaveDuplicates();
    }

    @Test
    void analyzersObserveWithoutAClaim() {
        Dataset<Row> rows = LocalSpark.table(
                "s STRING, d DOUBLE",
                RowFactory.create("abc", Double.NaN),
                RowFactory.create("", 2.5),
                RowFactory.create(null, -1.0));
        String text = "Analyzers = [ RowCount, Completeness \"s\", ColumnLength \"s\", ColumnValues \"d\" ]";
        RuleBook book = RuleBook.compile(
                LocalSpark.filed(Action.FAIL, "RowCount = 2 where \"d < 9\""),
                Dqdl.parse(text, "a.dqdl", 1, 1).analyzers(),
                rows.schema(),
                RuleSetting.at(NOW));
        Findings findings = book.judge(rows, Evidence.NONE);
        assertThat(findings.results()).hasSize(1);
        assertThat(findings.metrics())
                .containsExactly(
                        new MetricResult("RowCount = 2 where \"d < 9\"", 2),
                        new MetricResult("Dataset.*.RowCount", 3),
                        new MetricResult("Column.s.Completeness", 0.6666666666666667),
                        new MetricResult("Column.s.MinimumLength", 0),
                        new MetricResult("Column.s.MaximumLength", 3),
                        new MetricResult("Column.d.Minimum", -1),
                        new MetricResult("Column.d.Maximum", 2.5));
        assertThatThrownBy(() -> RuleBook.compile(
                        List.of(),
                        Dqdl.parse("Analyzers = [ ColumnValues \"s\", Completeness \"t\" ]", "a.dqdl", 1, 1)
                                .analyzers(),
                        rows.schema(),
                        RuleSetting.at(NOW)))
                .hasMessage("""
                        Cannot compile the rules: 2 found wrong
                          a.dqdl:1:15: Cannot observe ColumnValues "s": the column is string and must be a number
                          a.dqdl:1:46: Invalid column: t (must be one of s, d)""");
    }

    @Test
    void nowIsTheTimeOfTheRunAndForDatesItsDay() {
        Dataset<Row> rows = LocalSpark.table(
                "d DATE, ts TIMESTAMP",
                RowFactory.create(Date.valueOf("2024-05-12"), Timestamp.from(Instant.parse("2024-05-15T01:29:59Z"))),
                RowFactory.create(Date.valueOf("2024-05-13"), Timestamp.from(NOW)));
        List<FiledRule> rules = LocalSpark.filed(
                Action.FAIL,
                "ColumnValues \"d\" > (now() - 3 days)",
                "ColumnValues \"ts\" < now()",
                "ColumnValues \"ts\" > (now() - 2 minutes)");
        assertThat(RuleBook.compile(rules, rows.schema(), RuleSetting.at(NOW)).evaluate(rows))
                .extracting(result -> result.outcome() + " " + result.badRows() + " " + result.required())
                .containsExactly(
                        "FAILED 1 > (now() - 3 days) (= 2024-05-12)",
                        "FAILED 1 < now() (= 2024-05-15T01:30:00Z)",
                        "PASSED 0 > (now() - 2 minutes) (= 2024-05-15T01:28:00Z)");
    }

    @Test
    void historyIsOfOneTableAndOneLineForEachDate() {
        List<MetricLine> lines = List.of(
                new MetricLine("r1", "t", "2024-05-01", "m", 1),
                new MetricLine("r2", "t", "2024-05-02", "m", 2),
                new MetricLine("bad", "t", "2024-05-03", "m", 3),
                new MetricLine("r4", "t", "2024-05-01", "m", 4),
                new MetricLine("r5", "u", "2024-05-04", "m", 5),
                new MetricLine("r6", "t", "2024-05-05", "m", 6),
                new MetricLine("r7", "t", "all", "m", 7),
                new MetricLine("r8", "t", "all", "m", 8));
        Set<String> published = Set.of("r1", "r2", "r4", "r5", "r6", "r7", "r8");
        MetricHistory history = MetricHistory.of(lines, "t", "2024-05-05", published::contains);
        assertThat(history.observations("m"))
                .containsExactly(
                        new Observation("all", 8),
                        new Observation("all", 7),
                        new Observation("2024-05-02", 2),
                        new Observation("2024-05-01", 4));
        assertThat(history.observations("n")).isEmpty();
    }

    private static RuleResult judge(String rule, Dataset<Row> rows, MetricHistory history) {
        RuleSetting setting = RuleSetting.at(NOW).with(history);
        List<RuleResult> results = RuleBook.compile(LocalSpark.filed(Action.FAIL, rule), rows.schema(), setting)
                .evaluate(rows);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    /** The latest first, on days of which no three are the same weekday, for every metric of the tests. */
    private static MetricHistory history(String values) {
        List<Observation> observations = new ArrayList<>();
        LocalDate day = LocalDate.parse("2024-05-14");
        for (String value : values == null ? new String[0] : values.split(" ", -1)) {
            observations.add(new Observation(day.toString(), Double.parseDouble(value)));
            day = day.minusDays(1);
        }
        Set<String> known = Set.of(
                "Dataset.*.RowCount",
                "Column.v.Completeness",
                "Column.v.Minimum",
                "Column.v.Maximum",
                "Column.v.ColumnValues.Compliance",
                "Completeness \"v\" >= last() where \"v > 1\"");
        return metric -> known.contains(metric) ? List.copyOf(observations) : List.of();
    }

    private static Dataset<Row> table(String values) {
        Row[] rows = values == null
                ? new Row[0]
                : Arrays.stream(values.split(" ", -1))
                        .map(value -> RowFactory.create("-".equals(value) ? null : Integer.valueOf(value)))
                        .toArray(Row[]::new);
        return LocalSpark.table("v INT", rows);
    }
}
