/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/**
 * One thing wrong with a ruleset, and where.
 *
 * @param file name of the file, as the user typed it
 * @param line line in that file, 1-based
 * @param column column in that line in UTF-16 units, 1-based
 * @param offending the text that is wrong, empty at the end of the ruleset
 * @param message what is wrong and what is valid there, without the position
 */
public record RuleProblem(String file, int line, int column, String offending, String message) {

    /** Returns {@code file:line:column: message}, the form that editors and terminals make a link of. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
