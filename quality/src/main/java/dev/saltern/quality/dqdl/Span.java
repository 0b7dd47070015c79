/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/**
 * Where a piece of a ruleset stands.
 *
 * @param file name of the file, as the user typed it
 * @param line line in that file, 1-based
 * @param column column in that line in UTF-16 units, 1-based
 * @param text the piece as written
 */
public record Span(String file, int line, int column, String text) {

    /** Returns a problem at this place, whose offending text is this piece. */
    public RuleProblem problem(String message) {
        return new RuleProblem(file, line, column, text, message);
    }
}
