/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * What a rule said of the texts that a task met last. Public for the code that Spark generates; not thread-safe: each task has its own.
 *
 * <p>It holds at most {@value #SLOTS} texts and gives up for good where more than half of them are new: then looking them up
 * costs more than it saves.
 */
public final class JudgedTexts {
    /** What is found of a text that is not held. */
    public static final long UNKNOWN = -1;

    private static final int BITS = 10;
    private static final int SLOTS = 1 << BITS;
    /** So many texts are looked up between two looks at how many were new. */
    private static final int WINDOW = 1 << 12;
    /** Of a text of so many bytes or fewer the first eight bytes and the length are all. */
    private static final int SHORT = 8;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final long[] prefixes = new long[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final long[] verdicts = new long[SLOTS];
    private final @Nullable UTF8String[] texts = new UTF8String[SLOTS];
    private int looked;
    private int unknown;
    private boolean givenUp;

    /** Makes an empty one. */
    public JudgedTexts() {
        java.util.Arrays.fill(verdicts, UNKNOWN);
    }

    /** Returns what was put for the text, 0 or more, or {@link #UNKNOWN}. */
    public long find(UTF8String text) {
        if (givenUp) {
            return UNKNOWN;
        }
        if (++looked == WINDOW) {
            givenUp = unknown > WINDOW / 2;
            looked = 0;
            unknown = 0;
        }
        int slot = slot(text);
        if (holds(slot, text)) {
            return verdicts[slot];
        }
        return holds(slot ^ 1, text) ? verdicts[slot ^ 1] : UNKNOWN;
    }

    /** Puts what was said of a text that was not found; it may take the place of another. */
    public void put(UTF8String text, long verdict) {
        if (givenUp) {
            return;
        }
        unknown++;
        int slot = slot(text);
        int free = verdicts[slot] != UNKNOWN && verdicts[slot ^ 1] == UNKNOWN ? slot ^ 1 : slot;
        prefixes[free] = text.getPrefix();
        lengths[free] = text.numBytes();
        // The bytes of the text are those of a row, which the next row will overwrite.
        texts[free] = text.numBytes() > SHORT ? text.copy() : null;
        verdicts[free] = verdict;
    }

    boolean hasGivenUp() {
        return givenUp;
    }

    private boolean holds(int slot, UTF8String text) {
        return verdicts[slot] != UNKNOWN
                && lengths[slot] == text.numBytes()
                && prefixes[slot] == text.getPrefix()
                && (text.numBytes() <= SHORT || text.equals(texts[slot]));
    }

    private static int slot(UTF8String text) {
        long bits = text.numBytes() <= SHORT ? text.getPrefix() + text.numBytes() : text.hashCode();
        return (int) ((bits * GOLDEN_RATIO) >>> (Long.SIZE - BITS));
    }
}
