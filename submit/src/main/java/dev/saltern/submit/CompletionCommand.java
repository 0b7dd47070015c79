/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Print what makes a shell complete commands, options and the names of pipelines.",
            "",
            "For bash: source <(saltern completion bash), in a terminal or in ~/.bashrc. For zsh likewise, in ~/.zshrc."
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String NAMES = "completion.bash";
    private static final String PIPELINE = "PIPELINE";

    /** The shells that are known. */
    enum Shell {
        bash,
        zsh
    }

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "The shell: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        // The tree that runs this holds no other command.
        CommandLine root = CommandTree.create(surroundings);
        PrintWriter out = spec.commandLine().getOut();
        if (shell == Shell.zsh) {
            out.print("autoload -Uz compinit bashcompinit && compinit && bashcompinit\n");
        }
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.print(names(root));
        out.flush();
        return ExitCode.DONE.code();
    }

    /** Returns the part that the generated script cannot know: names that stand in files when the key is pressed. */
    private static String names(CommandLine root) throws IOException {
        try (InputStream in = CompletionCommand.class.getResourceAsStream(NAMES)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + NAMES + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{commands}}", withPipeline(root).collect(Collectors.joining("|")));
        }
    }

    private static Stream<String> withPipeline(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        boolean takes = spec.positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().equals(PIPELINE));
        return Stream.concat(
                takes ? Stream.of(spec.name()) : Stream.empty(),
                command.getSubcommands().values().stream().flatMap(CompletionCommand::withPipeline));
    }
}
