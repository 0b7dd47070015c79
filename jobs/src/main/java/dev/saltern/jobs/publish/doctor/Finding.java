/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import java.util.Locale;

/**
 * Something that is not as it should be.
 *
 * @param table the table, or empty for what belongs to none
 * @param kind what it is
 * @param text what a person reads
 * @param advice the next step
 * @param repaired whether it was put right
 */
public record Finding(String table, Kind kind, String text, String advice, boolean repaired) {
    /** What can be wrong. */
    public enum Kind {
        /** The journal has a hole or cannot be read. */
        JOURNAL_BROKEN(true, false),
        /** The catalog does not say yet what the journal says. */
        CATALOG_BEHIND(true, true),
        /** The catalog names a version that the journal does not have. */
        CATALOG_AHEAD(true, false),
        /** The catalog sends readers to files that no run wrote. */
        FOREIGN_LOCATION(true, true),
        /** A live partition lacks files. */
        FILES_MISSING(true, false),
        /** The files of a live partition are not those that were sealed. */
        FILES_CHANGED(true, false),
        /** The rows of a live partition are not those that were sealed. */
        ROWS_CHANGED(true, false),
        /** A run was sealed and never published. */
        WAITING_RUN(false, false),
        /** Files lie in the table's own folder, which no reader of the catalog sees. */
        FOREIGN_FILES(false, false),
        /** A process died and left something behind. */
        LEFTOVER(false, true);

        private final boolean wrong;
        private final boolean repairable;

        Kind(boolean wrong, boolean repairable) {
            this.wrong = wrong;
            this.repairable = repairable;
        }

        /** Returns whether readers get other rows than the journal says, or would. */
        public boolean isWrong() {
            return wrong;
        }

        /** Returns whether it can be put right without touching data. */
        public boolean isRepairable() {
            return repairable;
        }

        /** Returns the name as people read it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A finding that is not repaired. */
    public Finding(String table, Kind kind, String text, String advice) {
        this(table, kind, text, advice, false);
    }

    /** Returns the same finding, put right. */
    public Finding asRepaired() {
        return new Finding(table, kind, text, advice, true);
    }

    /** Returns whether it is wrong and stays so. */
    public boolean isOpen() {
        return kind.isWrong() && !repaired;
    }
}
