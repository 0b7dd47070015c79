/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule as written. Two rules that differ in spacing, comments or place have the same {@link #text()}.
 *
 * @param type the rule type
 * @param columns the columns it names, in the order written
 * @param condition what the values, or the computed number, must meet; null where the type takes none
 * @param threshold the share of rows that must pass; null means every row
 * @param where SQL condition that picks the rows the rule is about; null means all
 * @param text the rule on one line, which is also its id
 * @param span where the whole rule stands
 * @param parts where its pieces stand
 */
public record Rule(
        RuleType type,
        List<String> columns,
        @Nullable Condition condition,
        @Nullable Condition threshold,
        @Nullable String where,
        String text,
        Span span,
        Parts parts) {

    /** Copies the list. */
    public Rule {
        columns = List.copyOf(columns);
    }

    /**
     * Where the pieces of a rule stand.
     *
     * @param columns one for each column
     * @param condition null where there is none
     * @param threshold null where there is none
     * @param where null where there is none
     */
    public record Parts(
            List<Span> columns,
            @Nullable Span condition,
            @Nullable Span threshold,
            @Nullable Span where) {
        /** Copies the list. */
        public Parts {
            columns = List.copyOf(columns);
        }
    }

    /** Writes a rule in its normal form: one line, one space, columns quoted, {@code where} before the threshold. */
    static String normalForm(
            RuleType type,
            List<String> columns,
            @Nullable Condition condition,
            @Nullable String where,
            @Nullable Condition threshold) {
        StringBuilder text = new StringBuilder(type.label());
        columns.forEach(column -> text.append(' ').append(Quotes.quote(column)));
        if (condition != null) {
            text.append(' ').append(condition.text());
        }
        if (where != null) {
            text.append(" where ").append(Quotes.quote(where));
        }
        if (threshold != null) {
            text.append(" with threshold ").append(threshold.text());
        }
        return text.toString();
    }

    /** Returns the normal form. */
    @Override
    public String toString() {
        return text;
    }
}
