/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/** What a rule needs to be judged, from which its cost follows. */
public enum Lane {
    /** A boolean for each row, with a reason; costs no job of its own. */
    ROW("a boolean per row, with a reason"),
    /** A number over all rows; shares one pass with the row rules. */
    AGGREGATE("a number over all rows, in the same pass"),
    /** Names and types only; no row is read. */
    SCHEMA("names and types, no rows read"),
    /** Rows brought together by key; one grouping per distinct column set. */
    SHUFFLE("one grouping per distinct column set"),
    /** A second table; a join. */
    OTHER_DATA("a join with another table"),
    /** The metrics of earlier runs; a small file. */
    HISTORY("the metrics of earlier runs"),
    /** Names, sizes and times of files; a listing. */
    FILES("a listing of files");

    private final String doc;

    Lane(String doc) {
        this.doc = doc;
    }

    /** Returns what the lane reads, as one phrase for help texts. */
    public String doc() {
        return doc;
    }
}
