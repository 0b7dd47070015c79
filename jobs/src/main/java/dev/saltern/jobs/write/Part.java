/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.saltern.quality.Action;
import dev.saltern.quality.RowMask;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/** Where a row goes when the rows of a table are split while they are written. */
enum Part {
    /** Rows of the table. */
    KEPT(0),
    /** Rows that are set aside with their reasons. */
    QUARANTINED(1),
    /** Rows that are left out. */
    DROPPED(2);

    private final byte code;

    Part(int code) {
        this.code = (byte) code;
    }

    /** Returns the name of the folder of the part, below that of the table. */
    String folder() {
        return TableFolder.ROWS + "=" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the part of a row as a tinyint: NULL for a row of the table, 1 for one that is quarantined, 2 for one that is dropped. A row that
     * breaks a quarantine rule and a drop rule is quarantined.
     */
    static Column of(RowMask mask) {
        return when(mask.breaksAny(Action.QUARANTINE), lit(QUARANTINED.code))
                .when(mask.breaksAny(Action.DROP), lit(DROPPED.code))
                .as(TableFolder.ROWS);
    }

    /** Returns the part that {@link #of(RowMask)} wrote into a field of a row. */
    static Part read(InternalRow row, int field) {
        if (row.isNullAt(field)) {
            return KEPT;
        }
        return row.getByte(field) == QUARANTINED.code ? QUARANTINED : DROPPED;
    }
}
