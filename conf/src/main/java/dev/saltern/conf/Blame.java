/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** Who can mend a failure. */
public enum Blame {
    /** Nobody: nothing failed. */
    NOBODY,
    /** The person who typed the command or wrote the file. */
    USER,
    /** Whoever delivers the rows. */
    DATA,
    /** A service outside; retrying may help. */
    EXTERNAL,
    /** The developers of Saltern. */
    INTERNAL
}
