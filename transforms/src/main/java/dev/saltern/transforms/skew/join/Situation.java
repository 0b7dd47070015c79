/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.Slots;
import org.jspecify.annotations.Nullable;

/**
 * All numbers that the choice of a treatment rests on. A right outer join stands here as a left outer join of the
 * exchanged sides.
 *
 * @param type kind of the join, not {@code RIGHT}
 * @param left the left side, or the right side of a right outer join
 * @param right the other side
 * @param slots what there is to run on
 * @param broadcastBytes size up to which a table is broadcast, 0 if none is
 * @param wholeBroadcast why no key of this join can be hot, null if one can: Spark broadcasts a whole side
 * @param unrepeatable why the inputs must not be read twice, null if they may
 * @param unsaltable why a task that is tried again may give a row another salt, null if it gives the same: tasks that have
 *     ended and tasks that have not would then read the row twice or never
 * @param groupedNext whether rows are grouped by the key after the join
 */
record Situation(
        Join.Type type,
        Facts left,
        Facts right,
        Slots slots,
        long broadcastBytes,
        @Nullable String wholeBroadcast,
        @Nullable String unrepeatable,
        @Nullable String unsaltable,
        boolean groupedNext) {

    boolean keepsLeft() {
        return type == Join.Type.LEFT || type == Join.Type.ANTI || type == Join.Type.FULL;
    }

    boolean keepsRight() {
        return type == Join.Type.FULL;
    }

    /** Whether the join only asks which keys the right side has. */
    boolean asksForKeys() {
        return type == Join.Type.SEMI || type == Join.Type.ANTI;
    }

    /** Rows that meet in the fullest task of the side: of its heaviest key or, if they are kept, of NULL. */
    long fullestRows(Facts side) {
        boolean kept = side.equals(left) ? keepsLeft() : keepsRight();
        return Math.max(side.heaviestRows(), kept ? side.nullRows() : 0);
    }

    /** How many even partitions {@link #fullestRows} make. */
    double factor(Facts side) {
        return (double) fullestRows(side) / slots.meanPartition(side.rows());
    }
}
