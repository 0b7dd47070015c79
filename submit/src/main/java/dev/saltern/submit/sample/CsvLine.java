/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes delimited text as RFC 4180 has it. */
final class CsvLine {
    private final String delimiter;

    CsvLine(String delimiter) {
        this.delimiter = delimiter;
    }

    /** Returns the record with a line feed at its end; cells are quoted where they must be. */
    String of(String... cells) {
        return Arrays.stream(cells).map(this::cell).collect(Collectors.joining(delimiter, "", "\n"));
    }

    private String cell(String text) {
        boolean quoted = text.contains(delimiter) || text.contains("\"") || text.contains("\n");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
