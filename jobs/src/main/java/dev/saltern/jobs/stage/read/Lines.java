/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;

/** Cuts a file at its line ends: a line feed, with the carriage returns before it; lines of nothing but blanks are no records. */
final class Lines extends Spans {
    private final boolean blanksCount;

    /** What {@code linesBefore} is where it is not known: every line number comes out below 1. */
    static final long UNKNOWN = Long.MIN_VALUE / 2;

    /** Creates a cutter; with {@code blanksCount} a line of blanks is a record all the same, as they separate cells. */
    Lines(ByteWindow window, boolean blanksCount, long linesBefore) {
        super(window);
        this.blanksCount = blanksCount;
        this.line = linesBefore;
    }

    /** Returns the place in the file of the line that comes next, 0-based, in bytes. */
    long nextOffset() {
        return window.offsetOf(window.at);
    }

    @Override
    boolean next() throws IOException {
        while (readLine()) {
            if (!isBlank(window.bytes, window.from, to, blanksCount)) {
                Utf8.check(window, window.from, to);
                return true;
            }
        }
        return false;
    }

    private boolean readLine() throws IOException {
        window.from = window.at;
        line++;
        while (true) {
            byte[] bytes = window.bytes;
            int limit = window.limit;
            for (int i = window.at; i < limit; i++) {
                if (bytes[i] == '\n') {
                    window.at = i + 1;
                    endAt(i);
                    return true;
                }
            }
            window.at = limit;
            if (!window.fill()) {
                endAt(window.limit);
                return window.from < window.limit;
            }
        }
    }

    private void endAt(int end) {
        to = end;
        while (to > window.from && window.bytes[to - 1] == '\r') {
            to--;
        }
    }

    /** Returns whether a line holds no record: nothing at all, or only blanks where these do not count. */
    static boolean isBlank(byte[] bytes, int from, int to, boolean blanksCount) {
        if (blanksCount) {
            return to == from;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
