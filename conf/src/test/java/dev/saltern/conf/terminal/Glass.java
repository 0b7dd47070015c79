/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A terminal as a person sees it, as far as {@link Screen} uses one: lines of a width, a cursor, no colours. */
final class Glass extends Writer {
    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private boolean wraps = true;

    Glass(int columns) {
        this.columns = columns;
    }

    /** Returns what is to be seen, without the empty end. */
    String seen() {
        return String.join(
                        "\n",
                        lines.stream()
                                .map(line -> line.toString().stripTrailing())
                                .toList())
                .stripTrailing();
    }

    boolean wraps() {
        return wraps;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        String text = new String(buffer, offset, length);
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\u001b') {
                int end = at + 2;
                while (!Character.isLetter(text.charAt(end))) {
                    end++;
                }
                control(text.substring(at + 2, end), text.charAt(end));
                at = end;
            } else {
                sign(sign);
            }
        }
    }

    private void sign(char sign) {
        if (sign == '\r') {
            column = 0;
        } else if (sign == '\n') {
            column = 0;
            down();
        } else {
            if (column == columns && wraps) {
                column = 0;
                down();
            }
            StringBuilder line = lines.get(row);
            line.append(" ".repeat(Math.max(0, column - line.length() + 1)));
            line.setCharAt(Math.min(column, columns - 1), sign);
            column = Math.min(columns, column + 1);
        }
    }

    private void down() {
        row++;
        if (row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }

    private void control(String number, char command) {
        switch (command) {
            case 'A' -> row = Math.max(0, row - 1);
            case 'K' -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            case 'J' -> {
                lines.get(row).setLength(Math.min(column, lines.get(row).length()));
                lines.subList(row + 1, lines.size()).forEach(line -> line.setLength(0));
            }
            case 'l', 'h' -> wraps = command == 'h';
            case 'm' -> {}
            default -> throw new IllegalStateException("Cannot show " + number + command);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
