/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;

/** How csv cells are told apart: the bytes between them, and the quote and escape as one byte each, or {@link #NONE}. */
record CsvDialect(String delimiter, int quote, int escape) {
    /** Equals no byte. */
    static final int NONE = 256;

    static CsvDialect of(TextLayout layout) {
        int quote = layout.quote().isEmpty() ? NONE : layout.quote().charAt(0);
        int escape = quote == NONE
                ? NONE
                : layout.escape().isEmpty() ? quote : layout.escape().charAt(0);
        return new CsvDialect(layout.delimiter(), quote, escape);
    }

    /** Returns whether a line of blanks holds cells, as the delimiter is itself a blank. */
    boolean blanksCount() {
        return delimiter.isBlank();
    }

    byte[] delimiterBytes() {
        return delimiter.getBytes(StandardCharsets.UTF_8);
    }
}
