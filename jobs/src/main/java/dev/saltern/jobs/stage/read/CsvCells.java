/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one csv record, as places in its bytes; only cells with escapes or CRLF in them are copied.
 *
 * <p>Follows RFC 4180 and is strict where it is silent: a quote opens a cell only as its first character, and nothing may stand between
 * the closing quote and the delimiter. univocity-parsers, which Spark uses, closes an open quote silently and drops a line that starts
 * with NUL, so it cannot account for every record.
 */
final class CsvCells {
    private final byte[] delimiter;
    private final int quote;
    private final int escape;
    private byte[] record = new byte[0];
    private byte[] copies = new byte[256];
    private int copied;
    private int count;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private byte[] kinds = new byte[32];

    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte COPIED = 2;

    CsvCells(CsvDialect dialect) {
        this.delimiter = dialect.delimiterBytes();
        this.quote = dialect.quote();
        this.escape = dialect.escape();
    }

    /** Takes a record apart; returns why that is not possible, or null. */
    @Nullable
    String split(byte[] bytes, int from, int to) {
        record = bytes;
        count = 0;
        copied = 0;
        int i = from;
        while (true) {
            if (i < to && bytes[i] == quote) {
                int close = closingQuote(bytes, i + 1, to);
                if (close < 0) {
                    return "the quote that opens cell " + (count + 1) + " is not closed";
                }
                addQuoted(bytes, i + 1, close);
                i = close + 1;
            } else {
                int end = nextDelimiter(bytes, i, to);
                add(i, end, PLAIN);
                i = end;
            }
            if (i == to) {
                return null;
            }
            if (!delimiterAt(bytes, i, to)) {
                return "text follows the closing quote of cell " + count;
            }
            i += delimiter.length;
        }
    }

    int count() {
        return count;
    }

    byte[] bytes(int cell) {
        return kinds[cell] == COPIED ? copies : record;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean quoted(int cell) {
        return kinds[cell] != PLAIN;
    }

    private int closingQuote(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == quote) {
                if (escape != quote || i + 1 >= to || bytes[i + 1] != quote) {
                    return i;
                }
                i++;
            } else if (bytes[i] == escape) {
                i++;
            }
        }
        return -1;
    }

    private void addQuoted(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == escape || bytes[i] == '\r') {
                addCopy(bytes, from, to);
                return;
            }
        }
        add(from, to, QUOTED);
    }

    private void addCopy(byte[] bytes, int from, int to) {
        if (copies.length < copied + to - from) {
            copies = Arrays.copyOf(copies, 2 * (copied + to - from));
        }
        int start = copied;
        for (int i = from; i < to; i++) {
            boolean next = i + 1 < to;
            boolean escapes = next && bytes[i] == escape && (bytes[i + 1] == quote || bytes[i + 1] == escape);
            boolean crlf = next && bytes[i] == '\r' && bytes[i + 1] == '\n';
            if (escapes || crlf) {
                i++;
            }
            copies[copied++] = bytes[i];
        }
        add(start, copied, COPIED);
    }

    private int nextDelimiter(byte[] bytes, int from, int to) {
        byte first = delimiter[0];
        for (int i = from; i < to; i++) {
            if (bytes[i] == first && (delimiter.length == 1 || delimiterAt(bytes, i, to))) {
                return i;
            }
        }
        return to;
    }

    private boolean delimiterAt(byte[] bytes, int i, int to) {
        return i + delimiter.length <= to
                && Arrays.equals(bytes, i, i + delimiter.length, delimiter, 0, delimiter.length);
    }

    private void add(int start, int end, byte kind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
        count++;
    }
}
