/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The receipts of the steps with hot keys as a person reads them; nothing where no key is hot and nothing was done. */
final class SkewSummary {
    private static final String NONE = "none";
    /** The share of rows without a key from which a reader should hear of it. */
    private static final double MANY_NULLS = 0.1;
    /** More sentences about keys that were left as they are would push all else off the screen. */
    private static final int MAX_DECLINED = 5;

    private SkewSummary() {}

    static String of(List<SkewLine> lines, int columns) {
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
        StringBuilder text =
                new StringBuilder("\n").append(table.within(columns)).append('\n');
        told.forEach(line -> receipt(text, line, columns));
        return text.toString();
    }

    private static void receipt(StringBuilder text, SkewLine line, int columns) {
        text.append(Wrapped.paragraph(
                "  ", line.step() + ": " + line.treatment() + ": " + TextTable.oneLine(line.reason()), columns));
        List<String> figures = figures(line);
        if (!figures.isEmpty()) {
            text.append(Wrapped.paragraph("    ", String.join("; ", figures), columns));
        }
        List<String> declined = line.declined();
        declined.stream()
                .limit(MAX_DECLINED)
                .forEach(sentence ->
                        text.append(Wrapped.paragraph("    ", "declined: " + TextTable.oneLine(sentence), columns)));
        if (declined.size() > MAX_DECLINED) {
            text.append(String.format(
                    Locale.ROOT, "    declined: %,d more, which the report names\n", declined.size() - MAX_DECLINED));
        }
    }

    private static List<String> figures(SkewLine line) {
        List<String> figures = new ArrayList<>();
        if (!line.treatment().equals(NONE)) {
            figures.add(String.format(
                    Locale.ROOT,
                    "%,d rows before, %,d after (+%s)",
                    line.rowsBefore(),
                    line.rowsAfter(),
                    percent(line.inflation())));
        }
        if (line.heaviestTask() != null) {
            figures.add(String.format(Locale.ROOT, "heaviest task %.1f times the median", line.heaviestTask()));
        }
        return figures;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
