/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import java.util.Map;
import java.util.Properties;

/**
 * What the standard streams of the process can show. Java cannot tell, so the launcher script does, by system properties.
 *
 * @param draws whether lines of standard error can be drawn over: it is a terminal, and not a dumb one
 * @param columns how many characters fit one of its lines
 * @param paintsOut whether standard output shows colours
 * @param paintsErr whether standard error shows colours
 */
public record Terminal(boolean draws, int columns, boolean paintsOut, boolean paintsErr) {
    /** A file or a pipe. */
    public static final Terminal PLAIN = new Terminal(false, 80, false, false);

    private static final int MIN_COLUMNS = 40;

    /** Returns what this process writes to. */
    public static Terminal ofProcess() {
        return of(System.getProperties(), System.getenv());
    }

    /**
     * Returns what the launcher tells by {@code saltern.terminal} (standard error is a terminal), {@code saltern.terminal.out} (so is
     * standard output) and {@code saltern.columns}. {@code TERM=dumb} stands for a terminal that draws and paints nothing; a
     * {@code NO_COLOR} that is not empty for one that paints nothing.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    static Terminal of(Properties properties, Map<String, String> environment) {
        boolean capable = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean err = capable && isSet(properties, "saltern.terminal");
        boolean out = capable && isSet(properties, "saltern.terminal.out");
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(err, columns(properties), out && colours, err && colours);
    }

    /** Returns how wide a line of text may be: as the terminal, or without end in a file, where a line is looked for as a whole. */
    public int textColumns() {
        return draws ? columns : Integer.MAX_VALUE;
    }

    private static boolean isSet(Properties properties, String name) {
        return Boolean.parseBoolean(properties.getProperty(name));
    }

    private static int columns(Properties properties) {
        String text = properties.getProperty("saltern.columns", "");
        return text.matches("[1-9]\\d{1,3}") ? Math.max(MIN_COLUMNS, Integer.parseInt(text)) : PLAIN.columns;
    }
}
