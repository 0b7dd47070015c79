/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import java.util.Locale;
import org.apache.hadoop.fs.Path;

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
    KEPT;

    /** The column that the staged files are partitioned by. */
    static final String COLUMN = "_verdict";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path folder(String target) {
        return new Path(target, COLUMN + "=" + label());
    }
}
