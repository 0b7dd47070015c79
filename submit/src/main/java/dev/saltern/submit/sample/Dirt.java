/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.util.List;
import java.util.Locale;

/** The kinds of dirty lines; dirty lines take them in turn, so that each has the same share. */
public enum Dirt {
    /** A line that ends in the middle: not JSON. */
    TRUNCATED,
    /** A value that is no number, such as {@code "n/a"}. */
    WRONG_TYPE,
    /** A line without a sensor_id, or with null in its place. */
    MISSING_SENSOR,
    /** A value that no such sensor can measure: 999.9, for pressure 9999.9. */
    OUT_OF_RANGE,
    /** A reading of the day before; its timestamp never equals that of a clean line. */
    LATE,
    /** An earlier clean line sent again: the same sensor_id, ts and metric, a later received_at and a corrected value. */
    RESENT,
    /** An earlier clean line, byte by byte. */
    EXACT_DUPLICATE;

    private static final List<Dirt> ALL = List.of(values());

    /** Returns the kind whose turn it is after so many dirty lines. */
    static Dirt after(long dirtyLines) {
        return ALL.get((int) (dirtyLines % ALL.size()));
    }

    /** Returns the kind as it is named in reports, such as {@code wrong-type}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
