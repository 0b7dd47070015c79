/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

/** What is known of an attempt to create a document. */
public enum Creation {
    /** It exists with the content that was given. */
    CREATED,
    /**
     * A document of that name was there and is left as it was. It may be the caller's own: an attempt whose answer was lost on the way
     * and that was repeated below finds its own work. Read it to know.
     */
    TAKEN,
    /** No answer came: it may exist or not, and may still come into being. Read it back; never clean up. */
    UNKNOWN
}
