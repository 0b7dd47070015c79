/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

/** Hears how a backfill goes on; called by several threads at once. */
public interface BackfillProgress {
    /** Hears and says nothing. */
    BackfillProgress SILENT = new BackfillProgress() {
        @Override
        public void planned(int due) {}

        @Override
        public void begins(String day, String phase) {}

        @Override
        public void ended(DayLine day) {}
    };

    /** So many days are to be run from here on. */
    void planned(int due);

    /** A day goes on to another phase; throws if the process was asked to end. */
    void begins(String day, String phase);

    /** A day has ended. */
    void ended(DayLine day);
}
