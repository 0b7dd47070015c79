/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of one column. NULL fails every condition on values, so columns that hold it are asked where it is not. */
final class ColumnSuggestions {
    private static final double MIN_COMPLETENESS = 0.5;
    private static final double DOMINATING = 0.95;
    private static final int MAX_SET_CHARACTERS = 40;
    private static final int MAX_WHOLE_SET = 10;
    /** Each value of a closed set must have been seen so often on average. */
    private static final int MIN_ROWS_PER_VALUE = 10;

    private static final int LAST_YEAR = 9998;

    private final Provenance provenance;
    private final ColumnProfile column;
    private final Suggestions.Sink sink;
    private final long present;

    ColumnSuggestions(Provenance provenance, ColumnProfile column, Suggestions.Sink sink) {
        this.provenance = provenance;
        this.column = column;
        this.sink = sink;
        this.present = column.rows() - column.nulls();
    }

    void write() {
        completeness();
        if (present == 0) {
            return;
        }
        boolean closed = closedSet();
        TextProfile text = column.text();
        if (text != null) {
            text(text, closed);
        } else if (column.numbers() != null) {
            numbers(closed);
        } else {
            days();
        }
    }

    private void completeness() {
        double share = (double) present / column.rows();
        if (column.nulls() == 0) {
            String evidence =
                    provenance.sampled() ? provenance.zeroFailures() : "no NULL in " + column.rows() + " rows";
            sink.add("IsComplete", Suggestions.quoted(column.name()), "", evidence);
        } else if (share >= MIN_COMPLETENESS) {
            BigDecimal least =
                    BigDecimal.valueOf(share).subtract(new BigDecimal("0.02")).setScale(2, RoundingMode.FLOOR);
            sink.add(
                    "Completeness",
                    Suggestions.quoted(column.name()),
                    " > " + least.toPlainString(),
                    Suggestions.percent(1 - share) + " NULL in " + column.rows() + " rows");
        }
    }

    /** Writes a condition on the values that are there. */
    private void values(String type, String condition, String evidence) {
        String where = column.nulls() == 0
                ? ""
                : " where " + Suggestions.quoted("`" + column.name().replace("`", "``") + "` IS NOT NULL");
        int threshold = condition.indexOf(" with threshold ");
        String ordered = threshold < 0
                ? condition + where
                : condition.substring(0, threshold) + where + condition.substring(threshold);
        sink.add(type, Suggestions.quoted(column.name()), " " + ordered, evidence);
    }

    private boolean closedSet() {
        boolean text = column.text() != null;
        boolean whole = column.numbers() != null
                && column.numbers().whole()
                && column.nans() + column.infinities() == 0
                && column.distinct() <= MAX_WHOLE_SET;
        List<String> values =
                column.top().stream().map(Frequency::value).sorted().toList();
        boolean closed = column.topIsAll()
                && (text || whole)
                && present >= (long) MIN_ROWS_PER_VALUE * values.size()
                && values.stream()
                        .allMatch(value -> value.length() <= MAX_SET_CHARACTERS
                                && value.chars().noneMatch(Character::isISOControl));
        if (closed) {
            String list = text
                    ? values.stream().map(Suggestions::quoted).collect(Collectors.joining(", "))
                    : values.stream()
                            .map(value -> new BigDecimal(value).stripTrailingZeros())
                            .sorted()
                            .map(BigDecimal::toPlainString)
                            .collect(Collectors.joining(", "));
            values(
                    "ColumnValues",
                    "in [" + list + "]",
                    values.size() + (values.size() == 1 ? " value in " : " values in ") + present + " rows");
        }
        return closed;
    }

    private void text(TextProfile text, boolean closed) {
        int slack = Math.max(1, (text.maxLength() - text.minLength()) / 2);
        String length = text.minLength() == text.maxLength()
                ? "= " + text.maxLength()
                : "between " + (text.minLength() - 1) + " and " + (text.maxLength() + slack + 1);
        values("ColumnLength", length, "lengths from " + text.minLength() + " to " + text.maxLength());
        if (closed || !text.ascii() || text.patterns().isEmpty()) {
            return;
        }
        Frequency pattern = text.patterns().get(0);
        boolean telling = pattern.value().chars().anyMatch(c -> c == '9' || c == 'A' || c == 'a')
                && TextPattern.isWhole(pattern.value())
                && Suggestions.isWritable(pattern.value())
                && present > 1;
        double share = (double) pattern.rows() / present;
        if (telling && share >= DOMINATING) {
            String matches = "matches " + Suggestions.quoted(TextPattern.regex(pattern.value()));
            String threshold = pattern.rows() == present
                    ? ""
                    : " with threshold > "
                            + BigDecimal.valueOf(share)
                                    .subtract(new BigDecimal("0.01"))
                                    .setScale(2, RoundingMode.FLOOR)
                                    .toPlainString();
            values(
                    "ColumnValues",
                    matches + threshold,
                    Suggestions.percent(share) + " of the values look like " + pattern.value());
        }
    }

    private void numbers(boolean closed) {
        if (closed || column.nans() + column.infinities() > 0 || column.min() == null || column.max() == null) {
            return;
        }
        boolean integral = !column.type().startsWith("d") && !column.type().equals("float");
        Optional<Bounds> bounds = Bounds.around(new BigDecimal(column.min()), new BigDecimal(column.max()), integral);
        String evidence = "values from " + column.min() + " to " + column.max();
        bounds.ifPresent(found -> found.conditions().forEach(text -> values("ColumnValues", text, evidence)));
    }

    private void days() {
        if ((!column.type().equals("date") && !column.type().startsWith("timestamp"))
                || column.min() == null
                || column.max() == null
                || column.min().indexOf('-') != 4
                || column.max().indexOf('-') != 4) {
            return;
        }
        LocalDate first = LocalDate.parse(column.min().substring(0, 10));
        LocalDate last = LocalDate.parse(column.max().substring(0, 10));
        if (first.getYear() > 1 && last.getYear() < LAST_YEAR) {
            values(
                    "ColumnValues",
                    "between \"" + first.minusDays(1) + "\" and \"" + last.plusYears(1) + "\"",
                    "values from " + column.min() + " to " + column.max());
        }
    }
}
