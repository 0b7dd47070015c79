/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.Lane;
import dev.saltern.quality.dqdl.RuleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule type that the rows, the names or the types of one table settle is tested in every case. */
class LaneTableTest {
    private static final Set<Lane> LANES = EnumSet.of(Lane.ROW, Lane.AGGREGATE, Lane.SCHEMA, Lane.SHUFFLE);

    @Test
    void noCellOfTheTableIsMissing() {
        Set<String> tested = Stream.of(
                        RowLaneTest.CASES, AggregateLaneTest.CASES, SchemaLaneTest.CASES, ShuffleLaneTest.CASES)
                .flatMap(LaneCase::read)
                .map(found -> found.type().label() + ": " + found.kind())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = Arrays.stream(RuleType.values())
                .filter(type -> type.isRule() && LANES.contains(type.lane()) && type != RuleType.SCHEMA_MATCH)
                .flatMap(LaneTableTest::cells)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).containsAll(needed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            IsComplete "n"                                 | Column.n.Completeness
            ColumnValues "n" > 0                           | Column.n.ColumnValues.Compliance
            ColumnLength "s" > 0                           | Column.s.ColumnLength.Compliance
            ColumnDataType "s" = "LONG"                    | Column.s.ColumnDataType.Compliance
            DataFreshness "t" < 1 days                     | Column.t.DataFreshness.Compliance
            CustomSql "select count(*) from primary" > 1   | Dataset.*.CustomSQL
            CustomSql "select n from primary"              | Dataset.*.CustomSQL.Compliance
            Completeness "n" > 0.5                         | Column.n.Completeness
            RowCount > 0                                   | Dataset.*.RowCount
            Mean "n" > 0                                   | Column.n.Mean
            Sum "n" > 0                                    | Column.n.Sum
            StandardDeviation "n" > 0                      | Column.n.StandardDeviation
            Variance "n" > 0                               | Column.n.Variance
            Skewness "n" > 0                               | Column.n.Skewness
            Kurtosis "n" > 0                               | Column.n.Kurtosis
            Range "n" > 0                                  | Column.n.Range
            ZerosCount "n" = 0                             | Column.n.ZerosCount
            ColumnCorrelation "n" "m" > 0                  | Multicolumn.n,m.ColumnCorrelation
            ColumnCount = 4                                | Dataset.*.ColumnCount
            ColumnExists "x"                               | Column.x.ColumnExists
            ColumnNamesMatchPattern "[a-z]"                | Dataset.*.ColumnNamesPatternMatchRatio
            IsUnique "n"                                   | Column.n.Uniqueness
            IsPrimaryKey "n" "m"                           | Multicolumn.n,m.Uniqueness
            Uniqueness "n" > 0                             | Column.n.Uniqueness
            Uniqueness "n" "m" > 0                         | Multicolumn.n,m.Uniqueness
            UniqueValueRatio "n" > 0                       | Column.n.UniqueValueRatio
            DistinctValuesCount "n" > 0                    | Column.n.DistinctValuesCount
            Entropy "n" > 0                                | Column.n.Entropy
            DuplicateRowCount = 0                          | Dataset.*.DuplicateRowCount
            DuplicateRowCount "n" "m" = 0                  | Multicolumn.n,m.DuplicateRowCount
            """)
    void numberIsNamedAsGlueNamesIt(String rule, String metric) {
        Scope scope = new Scope(
                StructType.fromDDL("n INT, m INT, s STRING, t TIMESTAMP"), RuleSetting.at(java.time.Instant.EPOCH));
        List<Check> checks = new Compiler(scope).compile(LocalSpark.filed(Action.FAIL, rule));
        assertThat(checks)
                .singleElement()
                .satisfies(check -> assertThat(check.claim().metric()).isEqualTo(metric));
    }

    private static Stream<String> cells(RuleType type) {
        List<String> kinds = new ArrayList<>(List.of("passes", "fails", "empty"));
        if (type.lane() != Lane.SCHEMA) {
            kinds.addAll(List.of("all null", "one row"));
        }
        if (type.takesWhere()) {
            kinds.add("where");
        }
        if (type.takesThreshold()) {
            kinds.add("threshold");
        }
        return kinds.stream().map(kind -> type.label() + ": " + kind);
    }
}
