/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static dev.saltern.quality.dqdl.ConditionShape.DATE;
import static dev.saltern.quality.dqdl.ConditionShape.DURATION;
import static dev.saltern.quality.dqdl.ConditionShape.NONE;
import static dev.saltern.quality.dqdl.ConditionShape.NUMBER;
import static dev.saltern.quality.dqdl.ConditionShape.SIZE;
import static dev.saltern.quality.dqdl.ConditionShape.TEXT;
import static dev.saltern.quality.dqdl.ConditionShape.VALUE;
import static dev.saltern.quality.dqdl.ParameterKind.AGGREGATE;
import static dev.saltern.quality.dqdl.ParameterKind.COLUMN;
import static dev.saltern.quality.dqdl.ParameterKind.COLUMN_LIST;
import static dev.saltern.quality.dqdl.ParameterKind.COLUMN_NAME;
import static dev.saltern.quality.dqdl.ParameterKind.DATASET;
import static dev.saltern.quality.dqdl.ParameterKind.KEY_MAPPING;
import static dev.saltern.quality.dqdl.ParameterKind.METRIC;
import static dev.saltern.quality.dqdl.ParameterKind.PATH;
import static dev.saltern.quality.dqdl.ParameterKind.PATTERN;
import static dev.saltern.quality.dqdl.ParameterKind.REFERENCE;
import static dev.saltern.quality.dqdl.ParameterKind.SQL;
import static dev.saltern.quality.dqdl.RuleSyntax.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rule types that can be written: how each is spelled, what it takes, and its lane. The parser, the messages and the
 * reference page read this table; what a rule means on rows stands in one class for each type.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types.html">DQDL rule type reference</a>
 */
public enum RuleType {
    IS_COMPLETE(rule("IsComplete", Lane.ROW)
            .one(COLUMN)
            .where()
            .says("Every value of the column is present", "IsComplete \"id\"")),
    COLUMN_VALUES(rule("ColumnValues", Lane.ROW)
            .one(COLUMN)
            .condition(VALUE)
            .where()
            .threshold()
            .analyzer()
            .differs("Ignores the threshold. Compares dates and times by their day. Takes not matches"
                    + " as not to begin with a word that matches")
            .says(
                    "Every value of the column meets the condition",
                    "ColumnValues \"celsius\" between -60 and 60 with threshold > 0.99")),
    COLUMN_LENGTH(rule("ColumnLength", Lane.ROW)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .differs("Judges != by the least and the greatest length alone. Lets every string pass"
                    + " not in and not between when 0 stands there")
            .says(
                    "The length in characters of every value of the column meets the condition",
                    "ColumnLength \"code\" between 1 and 5")),
    COLUMN_DATA_TYPE(rule("ColumnDataType", Lane.ROW)
            .one(COLUMN)
            .condition(TEXT)
            .where()
            .threshold()
            .differs("Refuses in and not in. Casts in the ANSI mode of the session")
            .says(
                    "Every value of the column can be read as the type",
                    "ColumnDataType \"code\" = \"INTEGER\" with threshold > 0.9")),
    DATA_FRESHNESS(rule("DataFreshness", Lane.ROW)
            .one(COLUMN)
            .condition(DURATION)
            .where()
            .differs("Rounds ages to hundredths of an hour. Takes the time of each query for now."
                    + " Reads strings as times")
            .says(
                    "The time since every value of the column meets the condition",
                    "DataFreshness \"read_at\" <= 24 hours")),
    CUSTOM_SQL(rule("CustomSql", Lane.ROW)
            .one(SQL)
            .optionalCondition(NUMBER)
            .threshold()
            .differs("Joins every row-level query to the table by the columns it gives and counts a"
                    + " row once for each match. Fails on an empty table")
            .says(
                    "The number that a SQL statement gives meets the condition, or it gives the rows that pass",
                    "CustomSql \"select count(*) from primary\" between 10 and 20")),
    COMPLETENESS(rule("Completeness", Lane.ROW)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The share of values that are present meets the condition", "Completeness \"id\" > 0.95")),
    ROW_COUNT(rule("RowCount", Lane.AGGREGATE)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The number of rows meets the condition", "RowCount > avg(last(7)) * 0.8")),
    MEAN(rule("Mean", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The mean of the column meets the condition", "Mean \"celsius\" between -5 and 30")),
    SUM(rule("Sum", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The sum of the column meets the condition", "Sum \"amount\" > 0")),
    STANDARD_DEVIATION(rule("StandardDeviation", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says(
                    "The population standard deviation of the column meets the condition",
                    "StandardDeviation \"celsius\" < 15")),
    VARIANCE(rule("Variance", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .says("The population variance of the column meets the condition", "Variance \"celsius\" < 225")),
    SKEWNESS(rule("Skewness", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .says("The skewness of the column meets the condition", "Skewness \"celsius\" between -1 and 1")),
    KURTOSIS(rule("Kurtosis", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .says("The excess kurtosis of the column meets the condition", "Kurtosis \"celsius\" < 3")),
    RANGE(rule("Range", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .differs("Refuses dates and timestamps. Rounds whole numbers and decimals to double precision")
            .says(
                    "The greatest value of the column less the least meets the condition",
                    "Range \"celsius\" <= 80 where \"site = 'roof'\"")),
    ZEROS_COUNT(rule("ZerosCount", Lane.AGGREGATE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .differs("Has no data on an empty table. Counts in 32 bits")
            .says("The number of zeros in the column meets the condition", "ZerosCount \"amount\" = 0")),
    COLUMN_CORRELATION(rule("ColumnCorrelation", Lane.AGGREGATE)
            .one(COLUMN)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says(
                    "The correlation of two columns meets the condition",
                    "ColumnCorrelation \"height\" \"weight\" > 0.8")),
    COLUMN_COUNT(rule("ColumnCount", Lane.SCHEMA)
            .condition(NUMBER)
            .analyzer()
            .says("The number of columns meets the condition", "ColumnCount = 12")),
    COLUMN_EXISTS(rule("ColumnExists", Lane.SCHEMA).one(COLUMN_NAME).says("The column exists", "ColumnExists \"id\"")),
    COLUMN_NAMES_MATCH_PATTERN(rule("ColumnNamesMatchPattern", Lane.SCHEMA)
            .one(PATTERN)
            .differs("Takes a match anywhere in the name")
            .says("The name of every column matches the regular expression", "ColumnNamesMatchPattern \"[a-z_]+\"")),
    SCHEMA_MATCH(rule("SchemaMatch", Lane.SCHEMA)
            .one(DATASET)
            .condition(NUMBER)
            .says(
                    "The share of columns with the same name and type in another table meets the condition",
                    "SchemaMatch \"reference\" = 1.0")),
    IS_UNIQUE(rule("IsUnique", Lane.SHUFFLE)
            .many(COLUMN)
            .where()
            .says("No two rows have the same values in the columns", "IsUnique \"id\"")),
    IS_PRIMARY_KEY(rule("IsPrimaryKey", Lane.SHUFFLE)
            .many(COLUMN)
            .where()
            .says(
                    "No two rows have the same values in the columns, and none of those is missing",
                    "IsPrimaryKey \"site\" \"read_at\"")),
    UNIQUENESS(rule("Uniqueness", Lane.SHUFFLE)
            .many(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The share of values that occur exactly once meets the condition", "Uniqueness \"id\" > 0.99")),
    UNIQUE_VALUE_RATIO(rule("UniqueValueRatio", Lane.SHUFFLE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says(
                    "The share of distinct values that occur exactly once meets the condition",
                    "UniqueValueRatio \"id\" > 0.5")),
    DISTINCT_VALUES_COUNT(rule("DistinctValuesCount", Lane.SHUFFLE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .differs("Counts NULL as one more value, the same as the string NullValue")
            .says("The number of distinct values meets the condition", "DistinctValuesCount \"site\" in [9, 10]")),
    ENTROPY(rule("Entropy", Lane.SHUFFLE)
            .one(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .says("The entropy of the column meets the condition", "Entropy \"site\" > 1")),
    DUPLICATE_ROW_COUNT(rule("DuplicateRowCount", Lane.SHUFFLE)
            .any(COLUMN)
            .condition(NUMBER)
            .where()
            .analyzer()
            .extension()
            .differs("Counts every row of a group of equal ones, the first too. Leaves out rows in"
                    + " which every column is NULL")
            .says(
                    "The number of rows that repeat an earlier one, in the columns or in all, meets the condition",
                    "DuplicateRowCount = 0")),
    REFERENTIAL_INTEGRITY(rule("ReferentialIntegrity", Lane.OTHER_DATA)
            .one(COLUMN_LIST)
            .one(REFERENCE)
            .condition(NUMBER)
            .says(
                    "The share of rows whose values are found in another table meets the condition",
                    "ReferentialIntegrity \"site,kind\" \"reference.{site,kind}\" > 0.9")),
    DATASET_MATCH(rule("DatasetMatch", Lane.OTHER_DATA)
            .one(DATASET)
            .one(KEY_MAPPING)
            .optional(KEY_MAPPING)
            .condition(NUMBER)
            .says(
                    "The share of rows that equal the row of another table with the same key meets the condition",
                    "DatasetMatch \"reference\" \"id->ref_id\" \"amount->value\" >= 0.9")),
    ROW_COUNT_MATCH(rule("RowCountMatch", Lane.OTHER_DATA)
            .one(DATASET)
            .condition(NUMBER)
            .says(
                    "The number of rows divided by that of another table meets the condition",
                    "RowCountMatch \"reference\" >= 0.95")),
    AGGREGATE_MATCH(rule("AggregateMatch", Lane.OTHER_DATA)
            .one(AGGREGATE)
            .one(AGGREGATE)
            .condition(NUMBER)
            .says(
                    "One aggregate divided by another meets the condition",
                    "AggregateMatch \"sum(amount)\" \"sum(reference.amount)\" > 0.9")),
    DETECT_ANOMALIES(rule("DetectAnomalies", Lane.HISTORY)
            .one(METRIC)
            .any(COLUMN)
            .says(
                    "The metric is not far from what earlier runs lead to expect",
                    "DetectAnomalies \"Completeness\" \"id\"")),
    FILE_FRESHNESS(rule("FileFreshness", Lane.FILES)
            .optional(PATH)
            .condition(DATE)
            .threshold()
            .tags("timeZone", "recentFiles", "uriRegex", "matchFileName", "failFast", "dataFrame")
            .says(
                    "The time when every file was written meets the condition",
                    "FileFreshness \"s3://bucket/day/\" between \"09:30\" and \"21:30\" with timeZone = \"UTC\"")),
    FILE_SIZE(rule("FileSize", Lane.FILES)
            .optional(PATH)
            .condition(SIZE)
            .threshold()
            .tags("recentFiles", "uriRegex", "matchFileName", "failFast", "dataFrame")
            .says("The size of every file meets the condition", "FileSize \"s3://bucket/day/\" > 5 MB")),
    FILE_MATCH(rule("FileMatch", Lane.FILES)
            .optional(PATH)
            .optional(PATH)
            .optionalCondition(TEXT)
            .tags("hashAlgorithm", "recentFiles", "uriRegex", "matchFileName", "failFast", "dataFrame")
            .says(
                    "The checksum of the file is in the list, or the files equal those elsewhere",
                    "FileMatch \"s3://bucket/a.json\" in [\"3ee0d8617ac041793154713e5ef8f319\"]"
                            + " with hashAlgorithm = \"MD5\"")),
    FILE_UNIQUENESS(rule("FileUniqueness", Lane.FILES)
            .optional(PATH)
            .condition(NUMBER)
            .tags("hashAlgorithm", "recentFiles", "uriRegex", "matchFileName", "failFast", "dataFrame")
            .says(
                    "The share of files whose contents occur only once meets the condition",
                    "FileUniqueness \"s3://bucket/day/\" >= 1.0")),
    ALL_STATISTICS(rule("AllStatistics", Lane.AGGREGATE)
            .one(COLUMN)
            .analyzerOnly()
            .says("Every number that fits the type of the column is kept", "AllStatistics \"amount\""));

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final RuleSyntax syntax;

    RuleType(RuleSyntax syntax) {
        this.syntax = syntax;
    }

    /** Returns the type that is spelled so, in exactly this case. */
    public static Optional<RuleType> find(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** Returns the spellings of all types that can be a rule, in the order of the table. */
    public static List<String> labels() {
        return Arrays.stream(values())
                .filter(RuleType::isRule)
                .map(RuleType::label)
                .toList();
    }

    /** Returns the spellings of all types that can be an analyzer, in the order of the table. */
    public static List<String> analyzerLabels() {
        return Arrays.stream(values())
                .filter(RuleType::isAnalyzer)
                .map(RuleType::label)
                .toList();
    }

    /** Returns the name as written in DQDL. */
    public String label() {
        return syntax.label();
    }

    /** Returns what the rule needs to be judged. */
    public Lane lane() {
        return syntax.lane();
    }

    /** Returns whether it can stand among the rules. */
    public boolean isRule() {
        return syntax.use() != RuleSyntax.Use.ANALYZER;
    }

    /** Returns whether it can stand among the analyzers. */
    public boolean isAnalyzer() {
        return syntax.use() != RuleSyntax.Use.RULE;
    }

    /** Returns whether AWS Glue does not know it. */
    public boolean extension() {
        return syntax.extension();
    }

    /** Returns what the parameters mean, in their order; the last kind stands for all that follow. */
    public List<ParameterKind> parameterKinds() {
        return syntax.slots().stream().map(RuleSyntax.Slot::kind).toList();
    }

    /** Returns the fewest parameters. */
    public int minParameters() {
        return syntax.slots().stream().mapToInt(RuleSyntax.Slot::min).sum();
    }

    /** Returns the most parameters, {@link Integer#MAX_VALUE} for any number. */
    public int maxParameters() {
        long sum = syntax.slots().stream().mapToLong(RuleSyntax.Slot::max).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /** Returns what the parameter at a place, counted from 0, means. */
    ParameterKind kind(int index) {
        List<ParameterKind> kinds = parameterKinds();
        return kinds.get(Math.min(index, kinds.size() - 1));
    }

    /** Returns the condition that the rule takes. */
    public ConditionShape shape() {
        return syntax.shape();
    }

    /** Returns whether the rule is complete without a condition. */
    public boolean conditionOptional() {
        return shape() == NONE || syntax.conditionOptional();
    }

    /** Returns whether the rule may pick its rows by {@code where}. */
    public boolean takesWhere() {
        return syntax.takesWhere();
    }

    /** Returns whether the rule may end with {@code with threshold}. */
    public boolean takesThreshold() {
        return syntax.takesThreshold();
    }

    /** Returns the names that may stand after {@code with}, besides {@code threshold}. */
    public List<String> tags() {
        return syntax.tags();
    }

    /** Returns a rule, or for what is no rule an analyzer, that is written correctly. */
    public String example() {
        return syntax.example();
    }

    /**
     * Returns where the open-source engine Deequ answers differently, as sentences without a full stop at the end.
     *
     * @see <a href="https://github.com/awslabs/deequ/tree/master/src/main/scala/com/amazon/deequ/dqdl">Deequ, DQDL</a>
     */
    public Optional<String> differs() {
        return syntax.differs().isEmpty() ? Optional.empty() : Optional.of(syntax.differs());
    }

    /** Returns what the rule claims, as one sentence without a full stop. */
    public String doc() {
        return syntax.doc();
    }
}
