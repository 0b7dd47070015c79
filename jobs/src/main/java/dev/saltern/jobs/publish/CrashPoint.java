/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

/** A moment of a publish at which a test can halt the process. */
public enum CrashPoint {
    /** The data files are written; there is no manifest. */
    AFTER_WRITE,
    /** The manifest is written; there is no verdict. */
    AFTER_SEAL,
    /** The run has passed its audit; the journal does not name it. */
    AFTER_AUDIT,
    /** The journal names the run; the catalog does not. */
    AFTER_COMMIT,
    /** The catalog has taken a part of the changes. */
    IN_APPLY,
    /** The catalog has taken all changes; nothing is verified. */
    AFTER_APPLY,
    /** The receipt of a table is written; its lease stands, and other tables may be unverified. */
    AFTER_RECEIPT
}
