/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", helpCommand = true, description = "Show what a command does, its options and exit codes.")
final class HelpTopicCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Default: an overview.")
    private @Nullable String topic;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        CommandLine command = topic == null ? root : root.getSubcommands().get(topic);
        if (command == null) {
            throw new UnmatchedArgumentException(root, List.of(String.valueOf(topic)));
        }
        command.usage(root.getOut());
        return ExitCode.DONE.code();
    }
}
