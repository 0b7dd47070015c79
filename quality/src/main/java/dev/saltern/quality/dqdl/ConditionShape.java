/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Value.DateValue;
import dev.saltern.quality.dqdl.Value.DurationValue;
import dev.saltern.quality.dqdl.Value.DynamicValue;
import dev.saltern.quality.dqdl.Value.NowValue;
import dev.saltern.quality.dqdl.Value.NumberValue;
import dev.saltern.quality.dqdl.Value.SizeValue;
import dev.saltern.quality.dqdl.Value.TextValue;
import dev.saltern.quality.dqdl.Value.TimeValue;

/** Which condition a rule type takes after its parameters. */
public enum ConditionShape {
    /** None at all, as {@code IsComplete}. */
    NONE("no value"),
    /** A condition on one number that the rule computes, as {@code RowCount}. */
    NUMBER("a number"),
    /** A condition on the values of the column, as {@code ColumnValues}. */
    VALUE("a value"),
    /** Strings, equal or in a list, as {@code ColumnDataType}. */
    TEXT("a string in double quotes"),
    /** A condition on a length of time, as {@code DataFreshness}. */
    DURATION("a length of time such as 24 hours"),
    /** A condition on the size of a file, as {@code FileSize}. */
    SIZE("a size such as 5 MB"),
    /** A condition on a time, as {@code FileFreshness}. */
    DATE("a time such as (now() - 3 days), \"2024-01-31\" or \"21:30\"");

    private final String doc;

    ConditionShape(String doc) {
        this.doc = doc;
    }

    /** Returns what the condition compares with, as one phrase with its article. */
    public String doc() {
        return doc;
    }

    boolean takes(Value value) {
        return switch (this) {
            case NONE -> false;
            case NUMBER -> value instanceof NumberValue || value instanceof DynamicValue;
            case VALUE -> !(value instanceof DurationValue || value instanceof SizeValue || value instanceof TimeValue);
            case TEXT -> value instanceof TextValue;
            case DURATION -> value instanceof DurationValue;
            case SIZE -> value instanceof SizeValue;
            case DATE -> value instanceof DateValue || value instanceof NowValue || value instanceof TimeValue;
        };
    }

    boolean ordered() {
        return this != TEXT;
    }
}
