/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the script into a real bash and asks it as the tabulator key does. */
class CompletionCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("script"), script("bash"));
        for (String file : List.of("pipelines/my-first.yaml", "pipelines/my-second.yml", "environments/emr.yaml")) {
            Path path = folder.resolve("conf").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
        Files.createDirectories(folder.resolve("other/pipelines"));
        Files.writeString(folder.resolve("other/pipelines/mine.yaml"), "");
    }

    @Test
    void commandsAreCompleted() throws IOException, InterruptedException {
        assertThat(complete("bac")).containsExactly("backfill");
        assertThat(complete("rules", "ex")).containsExactly("explain");
        assertThat(complete("")).contains("demo", "init", "run", "launch", "completion");
    }

    @Test
    void optionsAreCompleted() throws IOException, InterruptedException {
        assertThat(complete("run", "--da")).containsExactly("--date");
        assertThat(complete("backfill", "--order", "n")).containsExactly("newest");
    }

    @Test
    void pipelinesAreThoseOfTheConfFolder() throws IOException, InterruptedException {
        assertThat(complete("run", "")).containsExactly("my-first", "my-second");
        assertThat(complete("rules", "explain", "my-s")).containsExactly("my-second");
        assertThat(complete("run", "--conf", "other", "m")).containsExactly("mine");
        assertThat(complete("run", "--conf", "nowhere", "m")).isEmpty();
    }

    @Test
    void environmentsAreThoseOfTheConfFolder() throws IOException, InterruptedException {
        assertThat(complete("run", "my-first", "--env", "e")).containsExactly("emr");
        assertThat(complete("run", "my-first", "--env", "=", "e")).containsExactly("emr");
        assertThat(complete("run", "my-first", "--env", "=")).containsExactly("emr");
    }

    @Test
    void zshLoadsTheSameByItsBashCompletion() {
        assertThat(script("zsh"))
                .isEqualTo("autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + script("bash"));
    }

    private String script(String shell) {
        Cli cli = Cli.run(Cli.surroundings(folder, null), "completion", shell);
        assertThat(cli.exitCode()).isZero();
        return cli.out();
    }

    private List<String> complete(String... words) throws IOException, InterruptedException {
        String quoted = List.of(words).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String program = "source ./script; COMP_WORDS=(saltern " + quoted + "); COMP_CWORD=" + words.length
                + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}; _saltern; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", program)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
