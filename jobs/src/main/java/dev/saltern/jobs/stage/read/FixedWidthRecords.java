/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import java.util.List;

/**
 * The records of a fixed-width file: lines cut at widths in characters (code points), each cell without the blanks around it.
 *
 * <p>A line may lack the blanks that pad its last cell, and may have more blanks behind it; a line that ends before its last cell starts
 * may have lost anything, so it is corrupt.
 */
final class FixedWidthRecords implements FileRecords {
    private final Spans spans;
    private final int[] widths;
    private final int[] ordinals;
    private final int total;
    private final CellWriter writer;

    FixedWidthRecords(Spans spans, List<Integer> widths, List<Integer> ordinals, CellWriter writer) {
        this.spans = spans;
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
        this.ordinals = ordinals.stream().mapToInt(Integer::intValue).toArray();
        this.total = widths.stream().mapToInt(Integer::intValue).sum();
        this.writer = writer;
    }

    @Override
    public boolean next() throws IOException {
        return spans.next();
    }

    @Override
    public Spans spans() {
        return spans;
    }

    @Override
    public void write(RawRow row) {
        byte[] bytes = spans.bytes();
        int to = spans.to();
        int length = characters(bytes, spans.from(), to);
        if (length > total && !blank(bytes, skip(bytes, spans.from(), to, total), to)) {
            row.corrupt(length + " characters where " + total + " are expected");
            return;
        }
        if (length <= total - widths[widths.length - 1]) {
            row.corrupt(length + " characters where " + total + " are expected");
            return;
        }
        int from = spans.from();
        for (int i = 0; i < widths.length; i++) {
            int end = skip(bytes, from, to, widths[i]);
            writeTrimmed(ordinals[i], bytes, from, end);
            from = end;
        }
    }

    private void writeTrimmed(int ordinal, byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] == ' ') {
            end--;
        }
        writer.write(ordinal, bytes, start, end, false);
    }

    private static int characters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    private static int skip(byte[] bytes, int from, int to, int characters) {
        int i = from;
        int left = characters;
        while (i < to && (left > 0 || (bytes[i] & 0xC0) == 0x80)) {
            if ((bytes[i] & 0xC0) != 0x80) {
                left--;
            }
            i++;
        }
        return i;
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }
}
