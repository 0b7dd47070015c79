/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.ArrayList;
import java.util.List;

/** Texts that are broken to fit a terminal: at blanks, and within a word that is longer than a line. */
final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    /** Returns the lines of a text, those behind the first one indented by two blanks. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank <= INDENT.length() ? width : blank;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = INDENT + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Returns a text within a terminal's width, each line indented and ended by a line feed; its own lines begin anew. */
    static String paragraph(String indent, String text, int columns) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            String begin = paragraph.isEmpty() ? indent : indent + INDENT;
            lines(TextTable.oneLine(line.strip()), Math.max(1, columns - begin.length()))
                    .forEach(part -> paragraph.append(begin).append(part).append('\n'));
        }
        return paragraph.toString();
    }
}
