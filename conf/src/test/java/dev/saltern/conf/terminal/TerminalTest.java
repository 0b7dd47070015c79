/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    private final Properties launcher = new Properties();

    @Test
    void launcherTellsWhatIsATerminal() {
        assertThat(Terminal.of(launcher, XTERM)).isEqualTo(Terminal.PLAIN);

        launcher.setProperty("saltern.terminal", "true");
        launcher.setProperty("saltern.terminal.out", "false");
        launcher.setProperty("saltern.columns", "132");
        assertThat(Terminal.of(launcher, XTERM)).isEqualTo(new Terminal(true, 132, false, true));

        launcher.setProperty("saltern.terminal", "false");
        launcher.setProperty("saltern.terminal.out", "true");
        launcher.setProperty("saltern.columns", "");
        assertThat(Terminal.of(launcher, XTERM)).isEqualTo(new Terminal(false, 80, true, false));
    }

    @Test
    void dumbTerminalsAreFilesAndNoColorLeavesTheBars() {
        launcher.setProperty("saltern.terminal", "true");
        launcher.setProperty("saltern.terminal.out", "true");

        assertThat(Terminal.of(launcher, Map.of("TERM", "dumb"))).isEqualTo(Terminal.PLAIN);
        assertThat(Terminal.of(launcher, Map.of())).isEqualTo(Terminal.PLAIN);
        assertThat(Terminal.of(launcher, Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(new Terminal(true, 80, false, false));
        assertThat(Terminal.of(launcher, Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isEqualTo(new Terminal(true, 80, true, true));
    }

    @Test
    void colourIsLeftOutWhereItIsNotWanted() {
        assertThat(Paint.BAD.on("refused", false)).isEqualTo("refused");
        assertThat(Paint.BAD.on("refused", true)).isEqualTo("\u001b[1;31mrefused\u001b[0m");
    }
}
