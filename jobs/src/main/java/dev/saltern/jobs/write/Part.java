/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.saltern.jobs.parted.Parts;
import dev.saltern.quality.Action;
import dev.saltern.quality.RowMask;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** Where a row goes when the rows of a table are split while they are written. */
enum Part {
    /** Rows of the table. */
    KEPT,
    /** Rows that are set aside with their reasons. */
    QUARANTINED,
    /** Rows that are left out. */
    DROPPED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the folder of the part, below that of the table. */
    String folder() {
        return Parts.folder(TableFolder.ROWS, label());
    }

    /**
     * Returns the part of a row as a STRING: NULL for a row of the table. A row that breaks a quarantine rule and a drop rule is quarantined.
     */
    static Column of(RowMask mask) {
        return when(mask.breaksAny(Action.QUARANTINE), lit(QUARANTINED.label()))
                .when(mask.breaksAny(Action.DROP), lit(DROPPED.label()))
                .as(TableFolder.ROWS);
    }
}
