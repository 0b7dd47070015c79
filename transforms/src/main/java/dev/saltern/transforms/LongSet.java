/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

/** A set of numbers that are hashes already. Not thread-safe. */
final class LongSet {
    private static final int FEW = 1 << 10;

    private long[] slots = new long[FEW];
    private int size;
    private boolean hasZero;

    /** Adds a number; returns false if it was there. */
    boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (size >= slots.length / 2) {
            grow();
        }
        if (!put(number)) {
            return false;
        }
        size++;
        return true;
    }

    private boolean put(long number) {
        int mask = slots.length - 1;
        int slot = (int) (number >>> Integer.SIZE) & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.multiplyExact(before.length, 2)];
        for (long number : before) {
            if (number != 0) {
                put(number);
            }
        }
    }
}
