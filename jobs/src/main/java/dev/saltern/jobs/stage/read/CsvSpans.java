/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;

/** Cuts a csv file into records whose quoted cells may hold line ends; a quote opens a cell only as its first character. */
final class CsvSpans extends Spans {
    private final byte[] delimiter;
    private final int quote;
    private final int escape;
    private final boolean blanksCount;
    private long nextLine = 1;

    CsvSpans(ByteWindow window, CsvDialect dialect) {
        super(window);
        this.delimiter = dialect.delimiterBytes();
        this.quote = dialect.quote();
        this.escape = dialect.escape();
        this.blanksCount = dialect.blanksCount();
    }

    @Override
    boolean next() throws IOException {
        while (readRecord()) {
            if (!Lines.isBlank(window.bytes, window.from, to, blanksCount)) {
                Utf8.check(window, window.from, to);
                return true;
            }
        }
        return false;
    }

    private boolean readRecord() throws IOException {
        window.from = window.at;
        line = nextLine;
        Scan scan = new Scan();
        while (window.at < window.limit || window.fill()) {
            byte value = window.bytes[window.at++];
            if (value == '\n') {
                nextLine++;
                if (!scan.quoted) {
                    endAt(window.at - 1);
                    return true;
                }
            }
            scan.take(value, window.at - 1 - window.from);
        }
        endAt(window.limit);
        return window.from < window.limit;
    }

    private void endAt(int end) {
        to = end;
        while (to > window.from && window.bytes[to - 1] == '\r') {
            to--;
        }
    }

    /** What is known within one record; positions count from its start, since the window moves. */
    private final class Scan {
        private boolean quoted;
        private boolean escaped;
        private int cellStart;
        private int closedAt = -2;

        void take(byte value, int position) {
            if (quoted) {
                if (escaped) {
                    escaped = false;
                } else if (value == escape && escape != quote) {
                    escaped = true;
                } else if (value == quote) {
                    quoted = false;
                    closedAt = position;
                }
            } else if (value == quote && (position == cellStart || reopens(position))) {
                quoted = true;
            } else if (endsDelimiter(position)) {
                cellStart = position + 1;
            }
        }

        private boolean reopens(int position) {
            return escape == quote && position == closedAt + 1;
        }

        private boolean endsDelimiter(int position) {
            int start = position + 1 - delimiter.length;
            if (start < cellStart) {
                return false;
            }
            for (int i = 0; i < delimiter.length; i++) {
                if (window.bytes[window.from + start + i] != delimiter[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
