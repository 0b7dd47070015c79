/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.col;

import dev.saltern.jobs.parted.Parts;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;

/** What becomes of a raw row; the name of its folder among the staged files. */
enum Verdict {
    /** A marker: the file cannot be read whole. */
    UNREADABLE,
    /** A marker: the file's columns differ from the schema. */
    DRIFT,
    /** It belongs to a period that another run claims, or that is claimed in another run. */
    ELSEWHERE,
    CORRUPT,
    QUARANTINED,
    DROPPED,
    OUTSIDE,
    /** It is kept and belongs to an earlier period. */
    LATE,
    /** It is kept, and there is nothing to say about it. */
    KEPT;

    /** The column that the staged files are parted by, STRING: NULL in rows that are kept. */
    static final String COLUMN = "_verdict";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a row is kept, whatever is to be said about it. */
    static Column isKept() {
        return col(COLUMN).isNull().or(LATE.isOf());
    }

    /** Returns whether a row has this verdict; NULL if it is kept. */
    Column isOf() {
        return col(COLUMN).equalTo(label());
    }

    Path folder(String target) {
        return new Path(target, Parts.folder(COLUMN, label()));
    }
}
