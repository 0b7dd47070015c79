/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

/**
 * A file of a partition that is not as it was sealed.
 *
 * @param kind in which way
 * @param text what a person reads: names the file
 */
public record FileProblem(Kind kind, String text) {
    /** In which way a file is not as it was sealed. */
    public enum Kind {
        /** Nothing tells what was sealed. */
        NO_MANIFEST,
        /** The manifest holds another partition than the journal. */
        OTHER_MANIFEST,
        /** A sealed file is gone. */
        MISSING,
        /** A sealed file has another size. */
        CHANGED,
        /** A file lies there that was not sealed: readers get its rows too. */
        FOREIGN
    }

    @Override
    public String toString() {
        return text;
    }
}
