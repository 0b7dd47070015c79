/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/** Which condition a rule type takes after its columns. */
public enum ConditionShape {
    /** None at all, as {@code IsComplete}. */
    NONE,
    /** A condition on one number that the rule computes, as {@code RowCount}. */
    NUMBER,
    /** A condition on the values of the column, as {@code ColumnValues}. */
    VALUE
}
