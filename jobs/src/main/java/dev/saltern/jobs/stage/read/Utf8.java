/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict checks of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Fails with the place of the first byte that is not UTF-8. */
    static void check(ByteWindow window, int from, int to) throws UnreadableException {
        int bad = firstInvalid(window.bytes, from, to);
        if (bad >= 0) {
            throw new UnreadableException("not valid UTF-8: byte 0x"
                    + Integer.toHexString((window.bytes[bad] & 0xFF) | 0x100).substring(1)
                    + " at offset " + window.offsetOf(bad));
        }
    }

    /** Returns the position of the first byte that does not belong to a whole character, or -1. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                i += Long.BYTES;
            } else if (bytes[i] >= 0) {
                i++;
            } else {
                int length = sequence(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    private static int sequence(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xFF;
        int second = i + 1 < to ? bytes[i + 1] & 0xFF : 0;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return follows(second) ? 2 : 0;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            boolean fits = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second < 0xA0);
            return fits && follows(second) && followsAt(bytes, i + 2, to) ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            boolean fits = (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second < 0x90);
            return fits && follows(second) && followsAt(bytes, i + 2, to) && followsAt(bytes, i + 3, to) ? 4 : 0;
        }
        return 0;
    }

    private static boolean followsAt(byte[] bytes, int i, int to) {
        return i < to && follows(bytes[i] & 0xFF);
    }

    private static boolean follows(int value) {
        return (value & 0xC0) == 0x80;
    }
}
