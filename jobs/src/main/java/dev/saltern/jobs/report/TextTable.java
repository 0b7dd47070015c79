/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows as aligned text: numbers to the right, everything else to the left. Lines end without blanks. */
public final class TextTable {
    /** A column of text is made no narrower than that. */
    private static final int MIN_TEXT = 16;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u0080-\\u009f]");

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private int columns = Integer.MAX_VALUE;

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

    /** Returns this table, kept within a terminal's width where it can be: its widest text is broken into lines. */
    public TextTable within(int terminalColumns) {
        columns = terminalColumns;
        return this;
    }

    /** Returns the table, each line indented by two blanks and ended by a line feed. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
        narrow(widths);
        StringBuilder text = new StringBuilder();
        line(text, header, widths);
        rows.forEach(row -> lines(text, row, widths));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).reduce(length(header.get(column)), Math::max);
    }

    /** Takes what is too much from the columns that hold text, the widest first. */
    private void narrow(int[] widths) {
        int[] texts =
                IntStream.range(0, widths.length).filter(i -> !isNumeric(i)).toArray();
        for (int over = IntStream.of(widths).sum() + 2 * widths.length - columns; over > 0; over--) {
            int widest = IntStream.of(texts)
                    .reduce((left, right) -> widths[right] > widths[left] ? right : left)
                    .orElse(0);
            if (widths[widest] <= MIN_TEXT) {
                return;
            }
            widths[widest]--;
        }
    }

    private void lines(StringBuilder text, List<String> row, int[] widths) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(i -> length(row.get(i)) <= widths[i]
                        ? List.of(row.get(i))
                        : Wrapped.lines(row.get(i), Math.max(1, widths[i])))
                .toList();
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < most; line++) {
            int at = line;
            line(
                    text,
                    cells.stream()
                            .map(cell -> at < cell.size() ? cell.get(at) : "")
                            .toList(),
                    widths);
        }
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
                                row.get(column).isEmpty() || row.get(column).matches("-?\\$?[\\d,.]+(E-?\\d+)?%?"));
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
