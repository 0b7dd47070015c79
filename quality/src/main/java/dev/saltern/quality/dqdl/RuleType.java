/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

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
    IS_COMPLETE("IsComplete", Lane.ROW, 1, 1, ConditionShape.NONE, "Every value of the column is present"),
    COLUMN_VALUES(
            "ColumnValues", Lane.ROW, 1, 1, ConditionShape.VALUE, "Every value of the column meets the condition"),
    COMPLETENESS(
            "Completeness",
            Lane.AGGREGATE,
            1,
            1,
            ConditionShape.NUMBER,
            "The share of values that are present meets the condition"),
    ROW_COUNT("RowCount", Lane.AGGREGATE, 0, 0, ConditionShape.NUMBER, "The number of rows meets the condition"),
    IS_UNIQUE(
            "IsUnique",
            Lane.SHUFFLE,
            1,
            Integer.MAX_VALUE,
            ConditionShape.NONE,
            "No two rows have the same values in the columns"),
    IS_PRIMARY_KEY(
            "IsPrimaryKey",
            Lane.SHUFFLE,
            1,
            Integer.MAX_VALUE,
            ConditionShape.NONE,
            "No two rows have the same values in the columns, and none of those is missing");

    private final String label;
    private final Lane lane;
    private final int minColumns;
    private final int maxColumns;
    private final ConditionShape shape;
    private final String doc;

    RuleType(String label, Lane lane, int minColumns, int maxColumns, ConditionShape shape, String doc) {
        this.label = label;
        this.lane = lane;
        this.minColumns = minColumns;
        this.maxColumns = maxColumns;
        this.shape = shape;
        this.doc = doc;
    }

    /** Returns the rule type that is spelled so, in exactly this case. */
    public static Optional<RuleType> find(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /** Returns the spellings of all rule types, in the order of the table. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RuleType::label).toList();
    }

    /** Returns the name as written in DQDL. */
    public String label() {
        return label;
    }

    /** Returns what the rule needs to be judged. */
    public Lane lane() {
        return lane;
    }

    /** Returns the fewest columns that the rule names. */
    public int minColumns() {
        return minColumns;
    }

    /** Returns the most columns that the rule names. */
    public int maxColumns() {
        return maxColumns;
    }

    /** Returns the condition that the rule takes. */
    public ConditionShape shape() {
        return shape;
    }

    /** Returns whether the rule may end with {@code with threshold}. */
    public boolean takesThreshold() {
        return shape == ConditionShape.VALUE;
    }

    /** Returns what the rule claims, as one sentence without a full stop. */
    public String doc() {
        return doc;
    }
}
