/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Hears the lines that a command writes, and when it does. Thread-safe. */
final class TimedLines extends Writer {
    private static final double NANOS = 1e9;

    private final long startedNanos = System.nanoTime();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder begun = new StringBuilder();

    private record Line(String text, double second) {}

    /** Returns how many seconds passed before the first line that contains a text. */
    OptionalDouble until(String text) {
        synchronized (lock) {
            return lines.stream()
                    .filter(line -> line.text().contains(text))
                    .mapToDouble(Line::second)
                    .findFirst();
        }
    }

    /** Returns how many seconds have passed. */
    double seconds() {
        return (System.nanoTime() - startedNanos) / NANOS;
    }

    @Override
    public void write(char[] text, int from, int length) {
        synchronized (lock) {
            for (int i = from; i < from + length; i++) {
                if (text[i] == '\n') {
                    lines.add(new Line(begun.toString(), seconds()));
                    begun.setLength(0);
                } else {
                    begun.append(text[i]);
                }
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Returns all of it. */
    @Override
    public String toString() {
        synchronized (lock) {
            return String.join("\n", lines.stream().map(Line::text).toList()) + "\n" + begun;
        }
    }
}
