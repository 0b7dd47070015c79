/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/**
 * A text in a foreign language (SQL, DDL, DQDL) together with where it stands, so that its errors can name file, line and column.
 *
 * @param text the text itself, with variables put in
 * @param file the file in which the text stands
 * @param line the 1-based line of the text's first character
 * @param column the 1-based column at which every line of the text starts
 */
public record Text(String text, String file, int line, int column) {
    /** Returns the origin of the text's first character. */
    public Origin origin() {
        return new Origin(file, line, column);
    }
}
