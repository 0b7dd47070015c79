/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one rule came out on one table: a value, never an exception.
 *
 * @param rule the rule in normal form, which is its id
 * @param action what it is filed under
 * @param outcome how it came out
 * @param columns the columns it names, joined by a comma and a space; {@code *} for the whole table
 * @param metric name of the observed number as AWS Glue gives it, such as {@code Column.temp.Completeness}
 * @param observed a count, or a share of rows in [0, 1]; null when there is no row to take a share of
 * @param required what the rule asks for
 * @param badRows number of rows that break the rule; 0 for a rule that no single row breaks
 * @param totalRows number of rows of the table, those outside {@code where} included
 * @param examples at most three keys of rows that break the rule, in ascending order
 * @param provenBy where the answer came from
 */
public record RuleResult(
        String rule,
        Action action,
        Outcome outcome,
        String columns,
        String metric,
        @Nullable Double observed,
        String required,
        long badRows,
        long totalRows,
        List<String> examples,
        ProvenBy provenBy) {

    private static final MathContext FEW_DIGITS = new MathContext(6);

    /** Copies the list. */
    public RuleResult {
        examples = List.copyOf(examples);
    }

    /** Returns whether the table must not be published. */
    public boolean refusesPublish() {
        return action == Action.FAIL && outcome == Outcome.FAILED;
    }

    /** Returns one line: rule, outcome, columns, metric and observed number, required, rows bad of total, examples. */
    public String message() {
        StringBuilder line =
                new StringBuilder(rule).append(' ').append(outcome.name().toLowerCase(Locale.ROOT));
        line.append(": column ").append(columns);
        if (observed != null || provenBy != ProvenBy.PARTS) {
            line.append(", observed ").append(metric).append(' ').append(observedText());
        }
        line.append(", required ").append(required);
        line.append(", ").append(badRows).append(" of ").append(totalRows).append(" rows bad");
        if (!examples.isEmpty()) {
            line.append(", such as ").append(String.join("; ", examples));
        }
        return line.toString();
    }

    /** Returns why a rule that is broken is so, in few words: what it observed, what it requires, and how many rows break it. */
    public String reason() {
        StringBuilder line = new StringBuilder(rule).append(" is broken: ");
        if (observed != null) {
            line.append("observed ").append(plain(BigDecimal.valueOf(observed).round(FEW_DIGITS)));
            line.append(", ");
        } else if (provenBy != ProvenBy.PARTS) {
            line.append("observed no data, ");
        }
        line.append("required ").append(required);
        if (badRows > 0) {
            line.append(String.format(Locale.ROOT, ", %,d of %,d rows bad", badRows, totalRows));
        }
        return line.toString();
    }

    private String observedText() {
        return observed == null ? "no data" : plain(BigDecimal.valueOf(observed));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
