/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.List;
import java.util.Locale;

/** The receipts of the steps with hot keys as a person reads them; nothing where no key is hot and nothing was done. */
final class SkewSummary {
    private static final String NONE = "none";
    /** The share of rows without a key from which a reader should hear of it. */
    private static final double MANY_NULLS = 0.1;

    private SkewSummary() {}

    static String of(List<SkewLine> lines) {
        List<SkewLine> told = lines.stream()
                .filter(line -> !line.treatment().equals(NONE)
                        || line.inputs().stream()
                                .anyMatch(input -> !input.hot().isEmpty() || input.nullShare() >= MANY_NULLS))
                .toList();
        if (told.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(List.of("skew in", "of", "by", "heaviest key", "share", "NULL keys"));
        told.forEach(line -> line.inputs()
                .forEach(input -> table.add(List.of(
                        line.step(),
                        input.view(),
                        String.join(", ", input.keys()),
                        input.hot().isEmpty()
                                ? "none is hot"
                                : input.hot().get(0).text(),
                        percent(input.heaviestShare()),
                        percent(input.nullShare())))));
        StringBuilder text = new StringBuilder("\n").append(table).append('\n');
        told.forEach(line -> receipt(text, line));
        return text.toString();
    }

    private static void receipt(StringBuilder text, SkewLine line) {
        text.append("  ")
                .append(line.step())
                .append(": ")
                .append(line.treatment())
                .append(": ")
                .append(line.reason());
        if (line.rowsAdded() > 0) {
            text.append(String.format(Locale.ROOT, "; about %,d rows copied", line.rowsAdded()));
        }
        if (line.heaviestTask() != null) {
            text.append(String.format(Locale.ROOT, "; heaviest task %.1f times the median", line.heaviestTask()));
        }
        text.append('\n');
        line.declined()
                .forEach(declined ->
                        text.append("    declined: ").append(declined).append('\n'));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
