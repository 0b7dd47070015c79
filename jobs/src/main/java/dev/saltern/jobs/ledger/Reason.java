/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

/**
 * Why a period is to be run.
 *
 * @param kind what has changed
 * @param text in the words of a person: which files, which tables
 */
public record Reason(Kind kind, String text) {
    /** What has changed since a period was published. */
    public enum Kind {
        /** It was never published. */
        NEW,
        /** A table lacks it or holds it from another run: a run died between two tables, a table is new, or one was rolled back. */
        INCOMPLETE,
        /** Files of the period were added, removed or replaced. */
        FILES,
        /** Files of later periods hold late rows of it that it does not have yet, or held some that it has. */
        LATE,
        /** Files that every period reads were added, removed or replaced. */
        SHARED,
        /** The pipeline file, or one that it names. */
        PIPELINE,
        /** The program itself. */
        CODE
    }

    @Override
    public String toString() {
        return text;
    }
}
