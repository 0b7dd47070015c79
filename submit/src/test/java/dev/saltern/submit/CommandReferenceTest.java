/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/commands.md");

    @Test
    void pageShowsTheCommandsAsTheyAre() throws IOException {
        String page = CommandReference.of(CommandTree.create(Cli.surroundings(Path.of(""), null)));
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("renew it with -Dsaltern.regenerate=true").hasContent(page);
    }
}
