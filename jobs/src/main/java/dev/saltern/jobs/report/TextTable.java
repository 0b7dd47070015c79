/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows as aligned text: numbers to the right, everything else to the left. Lines end without blanks. */
public final class TextTable {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u0080-\\u009f]");

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table with these columns. */
    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Adds a row of as many cells as there are columns. */
    public void add(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    "Cannot add a row of " + cells.size() + " cells to a table of " + header.size());
        }
        rows.add(cells.stream().map(TextTable::oneLine).toList());
    }

    /** Returns the table, each line indented by two blanks and ended by a line feed. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder();
        line(text, header, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).reduce(length(header.get(column)), Math::max);
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(cells.get(i)));
            line.append(' ')
                    .append(isNumeric(i) ? padding + cells.get(i) : cells.get(i) + padding)
                    .append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row ->
                                row.get(column).isEmpty() || row.get(column).matches("-?[\\d,.]+(E-?\\d+)?%?"));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the text without what breaks a line or moves a terminal's cursor. */
    static String oneLine(String text) {
        String plain = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return CONTROL.matcher(plain)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }
}
