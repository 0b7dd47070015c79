/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import java.io.PrintWriter;
import java.util.List;

/**
 * The last lines of a terminal, which are drawn over; what is said meanwhile stays above them. Where lines cannot be drawn over, nothing is
 * drawn. Thread-safe.
 */
public final class Screen {
    /** A line that is too long is cut by the terminal, not wrapped: wrapped ones would be miscounted. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";
    private static final String UP = "\u001b[A";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter err;
    private final Terminal terminal;
    private int drawn;

    /** Draws on standard error, if that is a terminal. */
    public Screen(PrintWriter err, Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Returns what it is drawn on. */
    public Terminal terminal() {
        return terminal;
    }

    /** Draws the lines in place of those that were drawn last. */
    public synchronized void draw(List<String> lines) {
        if (!terminal.draws()) {
            return;
        }
        err.print(start() + WRAP_OFF + String.join(CLEAR_LINE + "\n", lines) + CLEAR_LINE + CLEAR_BELOW + WRAP_ON);
        err.flush();
        drawn = lines.size();
    }

    /** Writes a line that stays, in place of what was drawn. */
    public synchronized void say(String line) {
        err.println((drawn > 0 ? start() + CLEAR_BELOW : "") + line);
        err.flush();
        drawn = 0;
    }

    /** Takes away what was drawn. */
    public synchronized void clear() {
        if (drawn > 0) {
            err.print(start() + CLEAR_BELOW);
            err.flush();
            drawn = 0;
        }
    }

    /** Goes to the start of the first line that was drawn. */
    private String start() {
        return "\r" + UP.repeat(Math.max(0, drawn - 1));
    }
}
