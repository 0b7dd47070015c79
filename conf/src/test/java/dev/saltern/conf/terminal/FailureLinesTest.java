/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLinesTest {
    private static final List<String> WORDS = List.of("run", "my first", "--verbose");

    @TempDir
    private Path folder;

    @Test
    void theSecondSentenceIsTheNextStep() {
        assertThat(lines(usage("Missing required --date: p is partitioned. Name a day with --date")))
                .isEqualTo("""
                        error: Missing required --date: p is partitioned
                        where: saltern run 'my first'
                        next:  Name a day with --date
                        """);
        assertThat(lines(usage("Cannot read x: no. saltern init NAME makes one")))
                .endsWith("next:  saltern init NAME makes one\n");
    }

    @Test
    void whereAMessageHasOneSentenceTheExitCodeTellsTheNextStep() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(code.next()).as(code.name()).isNotBlank().doesNotEndWith(".");
            assertThat(lines(new SalternException(code, "Cannot go on: it rains"))
                            .lines())
                    .hasSize(3);
        }
        assertThat(lines(new SalternException(ExitCode.LOCK_HELD, "Cannot go on: it rains")))
                .endsWith("next:  " + ExitCode.LOCK_HELD.next() + "\n");
    }

    @Test
    void theLineOfTheFileIsShown() throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), "pipeline: p\n    delimter: \";\"\n");
        Problem typo = new Problem(new Origin(file.toString(), 2, 5), "Unknown key 'delimter' (nearest: delimiter)");
        Problem gone = new Problem(new Origin("gone.yaml", 7, 1), "Missing required sources");

        assertThat(lines(new InvalidConfigurationException(List.of(typo, gone))))
                .isEqualTo("error: Unknown key 'delimter'\nwhere: " + file + ":2:5  delimter: \";\"\n"
                        + "next:  Did you mean delimiter?\n\nerror: Missing required sources\nwhere: gone.yaml:7:1\nnext:  "
                        + ExitCode.INVALID_CONFIGURATION.next() + "\n\n2 problems\n");
    }

    @Test
    void whatOthersHaveWrittenIsNotTakenApart() {
        assertThat(lines(usage("Cannot compute \"a. B\" (see c. D): it failed. Look at it")))
                .startsWith("error: Cannot compute \"a. B\" (see c. D): it failed\n")
                .endsWith("next:  Look at it\n");
        assertThat(lines(usage("Cannot read x: first line\nsecond line")))
                .startsWith("error: Cannot read x: first line second line\n");
    }

    @Test
    void theWordErrorIsRedOnATerminal() {
        String painted =
                new FailureLines(new Terminal(true, 80, false, true)).of(Failure.of(usage("Cannot"), WORDS), WORDS);

        assertThat(painted).startsWith("\u001b[1;31merror:\u001b[0m Cannot\n");
    }

    private static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }

    private static String lines(SalternException failure) {
        return new FailureLines(Terminal.PLAIN).of(Failure.of(failure, WORDS), WORDS);
    }
}
