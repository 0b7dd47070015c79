/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

/** In which order rows are written and judged. The rows that end up in the table, and all results, are the same. */
public enum WritePlan {
    /**
     * Write all rows, then judge: most rules by the footers of the files just written. Nothing is evaluated for a row that is
     * written; when a row has to be taken out after all, the files are split in a second job.
     */
    WRITE_FIRST("write, then judge by footers"),
    /**
     * Judge each row that a quarantine or drop rule stands on while it is written, and write good and bad rows to folders of
     * their own, in one job.
     */
    SPLIT("split good and bad rows while writing");

    private final String label;

    WritePlan(String label) {
        this.label = label;
    }

    /**
     * Returns the plan that is likely to be cheaper.
     *
     * @param removes whether a rule takes rows out
     * @param likelyClean whether the run before took none out; false when it is not known
     */
    public static WritePlan choose(boolean removes, boolean likelyClean) {
        return removes && !likelyClean ? SPLIT : WRITE_FIRST;
    }

    /** Returns the plan in a few words. */
    public String label() {
        return label;
    }
}
