/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static java.util.Map.entry;

import dev.saltern.quality.dqdl.RuleType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/** What one rule type means on rows. A new rule type is one entry in {@link RuleType} and one here. */
@FunctionalInterface
interface RuleSemantics {
    /** Every rule type that can be evaluated. */
    Map<RuleType, RuleSemantics> ALL = new EnumMap<>(Map.ofEntries(
            entry(RuleType.IS_COMPLETE, new IsComplete()),
            entry(RuleType.COLUMN_VALUES, new ColumnValues()),
            entry(RuleType.COLUMN_LENGTH, new ColumnLength()),
            entry(RuleType.COLUMN_DATA_TYPE, new ColumnDataType()),
            entry(RuleType.DATA_FRESHNESS, new DataFreshness()),
            entry(RuleType.CUSTOM_SQL, new CustomSql()),
            entry(RuleType.COMPLETENESS, new Completeness()),
            entry(RuleType.ROW_COUNT, new RowCount()),
            entry(RuleType.MEAN, Statistic.mean()),
            entry(RuleType.SUM, Statistic.sum()),
            entry(RuleType.STANDARD_DEVIATION, Statistic.standardDeviation()),
            entry(RuleType.VARIANCE, Statistic.variance()),
            entry(RuleType.SKEWNESS, Statistic.skewness()),
            entry(RuleType.KURTOSIS, Statistic.kurtosis()),
            entry(RuleType.COLUMN_CORRELATION, Statistic.correlation()),
            entry(RuleType.RANGE, new Spread()),
            entry(RuleType.ZEROS_COUNT, new ZerosCount()),
            entry(RuleType.COLUMN_COUNT, new ColumnCount()),
            entry(RuleType.COLUMN_EXISTS, new ColumnExists()),
            entry(RuleType.COLUMN_NAMES_MATCH_PATTERN, new ColumnNamesMatchPattern()),
            entry(RuleType.IS_UNIQUE, new Unique(false)),
            entry(RuleType.IS_PRIMARY_KEY, new Unique(true)),
            entry(RuleType.UNIQUENESS, GroupStatistic.uniqueness()),
            entry(RuleType.UNIQUE_VALUE_RATIO, GroupStatistic.uniqueValueRatio()),
            entry(RuleType.DISTINCT_VALUES_COUNT, GroupStatistic.distinctValues()),
            entry(RuleType.ENTROPY, GroupStatistic.entropy()),
            entry(RuleType.DUPLICATE_ROW_COUNT, new DuplicateRowCount()),
            entry(RuleType.REFERENTIAL_INTEGRITY, new ReferentialIntegrity()),
            entry(RuleType.DATASET_MATCH, new DatasetMatch()),
            entry(RuleType.ROW_COUNT_MATCH, new RowCountMatch()),
            entry(RuleType.AGGREGATE_MATCH, new AggregateMatch()),
            entry(RuleType.SCHEMA_MATCH, new SchemaMatch()),
            entry(RuleType.DETECT_ANOMALIES, new DetectAnomalies()),
            entry(RuleType.FILE_FRESHNESS, new FileFreshness()),
            entry(RuleType.FILE_SIZE, new FileSize()),
            entry(RuleType.FILE_MATCH, new FileMatch()),
            entry(RuleType.FILE_UNIQUENESS, new FileUniqueness())));

    /**
     * Compiles a rule whose columns exist and whose {@code where} is valid.
     *
     * @param fields the columns of the rule, in its order
     * @param applies boolean, never null: whether a row is inside {@code where}
     * @param scope takes what is wrong with the rule
     * @return nothing when something is wrong
     */
    Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope);
}
