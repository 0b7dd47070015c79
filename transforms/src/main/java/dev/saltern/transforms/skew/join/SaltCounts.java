/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.Slots;
import java.util.ArrayList;
import java.util.List;

/** Decides how many salts each hot key gets, and keeps the copies that they cost within bounds. */
final class SaltCounts {

    /** Most salts of a key, in both directions of a grid together. */
    static final int MAX_SALTS = 256;

    /** Copies that may be made of one side, as a share of its rows. */
    static final double MAX_INFLATION = 0.2;

    private final Slots slots;
    private final HotPairs pairs;
    private final boolean grid;

    /**
     * Looks at the keys of a join.
     *
     * @param type what is salted: both sides of {@code INNER}, the left side of any other join
     */
    SaltCounts(Join.Type type, Slots slots, HotPairs pairs) {
        this.slots = slots;
        this.pairs = pairs;
        this.grid = type == Join.Type.INNER;
    }

    /** Salts by the rows of each key alone; keys that cannot be cut are not among them. */
    List<SaltCount> wanted() {
        return pairs.keys().stream()
                .map(this::wanted)
                .filter(count -> count.cells() > 1)
                .toList();
    }

    /**
     * Salts that keep the copies of each side within {@link #MAX_INFLATION} of its rows; a key that is hot on both sides
     * may also be copied to that share of the pairs it makes, for they are the work to spread. The first keys get theirs
     * first. Keys for which nothing is left are not among them.
     */
    List<SaltCount> affordable() {
        double leftBudget = MAX_INFLATION * pairs.leftRows();
        double rightBudget = MAX_INFLATION * pairs.rightRows();
        List<SaltCount> counts = new ArrayList<>();
        for (SaltCount wanted : wanted()) {
            HotPair key = wanted.key();
            double extra = key.hotLeft() && key.hotRight() && grid
                    ? MAX_INFLATION * key.leftRows() * (double) key.rightRows() / 2
                    : 0;
            int left = affordable(wanted.left(), key.rightRows(), rightBudget + extra);
            int right = affordable(wanted.right(), key.leftRows(), leftBudget + extra);
            SaltCount count = new SaltCount(key, left, right);
            if (count.cells() > 1) {
                rightBudget -= Math.max(0, (double) key.rightRows() * (left - 1) - extra);
                leftBudget -= Math.max(0, (double) key.leftRows() * (right - 1) - extra);
                counts.add(count);
            }
        }
        return counts;
    }

    /** Pieces for so many rows of a side, in [1, 256]: 1 if there are none, 2 or more otherwise. */
    static int pieces(long rows, long meanPartition, int most) {
        return rows <= 0 || most < 2 ? 1 : (int) Math.max(2, Math.min(most, rows / meanPartition));
    }

    int most() {
        return Math.min(MAX_SALTS, slots.partitions());
    }

    private SaltCount wanted(HotPair key) {
        int left = key.hotLeft() ? pieces(key.leftRows(), slots.meanPartition(pairs.leftRows()), most()) : 1;
        int right =
                grid && key.hotRight() ? pieces(key.rightRows(), slots.meanPartition(pairs.rightRows()), most()) : 1;
        while (left * right > most()) {
            if (left >= right) {
                left = left / 2;
            } else {
                right = right / 2;
            }
        }
        return new SaltCount(key, Math.max(1, left), Math.max(1, right));
    }

    private static int affordable(int wanted, long copied, double budget) {
        return copied == 0 ? wanted : (int) Math.max(1, Math.min(wanted, 1 + (long) (budget / copied)));
    }
}
