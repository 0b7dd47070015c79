/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

/** Where a run tells what it is doing. */
public interface Progress {
    /** Tells nothing. */
    Progress SILENT = what -> {};

    /** Says what begins, in a few words: {@code staging readings: 12 files}. */
    void begins(String what);
}
