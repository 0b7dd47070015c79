/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.cluster.TimeSpan;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** All commands, with what they have in common: failures as exit codes, and help that lists those. */
final class CommandTree {
    private static final int HELP_WIDTH = 110;

    private CommandTree() {}

    /** Returns the command line with every option of every command. */
    static CommandLine create(Surroundings surroundings) {
        CommandLine root = new CommandLine(new SalternCommand());
        new Subcommands(surroundings).addTo(root);
        return complete(root);
    }

    /** Returns the command line as far as these words need it, ready to execute them. */
    static CommandLine create(Surroundings surroundings, List<String> words) {
        CommandLine root = new CommandLine(new SalternCommand());
        new Subcommands(surroundings).addTo(root, words);
        return complete(root);
    }

    private static CommandLine complete(CommandLine root) {
        FailureReport failures = new FailureReport();
        register(root);
        root.setExpandAtFiles(false);
        root.setParameterExceptionHandler(failures);
        root.setExecutionExceptionHandler(failures);
        root.setUsageHelpWidth(HELP_WIDTH);
        // Colours are for verdicts and failures; help stresses its words.
        root.setColorScheme(new CommandLine.Help.ColorScheme.Builder()
                .commands(CommandLine.Help.Ansi.Style.bold)
                .options(CommandLine.Help.Ansi.Style.bold)
                .build());
        listExitCodes(root);
        return root;
    }

    /** Executes the words, writes to the streams and returns the exit code. */
    static int execute(Surroundings surroundings, PrintWriter out, PrintWriter err, String... words) {
        return create(surroundings, List.of(words)).setOut(out).setErr(err).execute(words);
    }

    private static void register(CommandLine root) {
        root.registerConverter(TimeSpan.class, value(TimeSpan::parse));
        root.registerConverter(ByteSize.class, value(ByteSize::parse));
        root.setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Lets a value's own words tell what is wrong with its text. */
    private static <T> CommandLine.ITypeConverter<T> value(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static void listExitCodes(CommandLine command) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exitCode : ExitCode.values()) {
            meanings.put(Integer.toString(exitCode.code()), exitCode.meaning());
        }
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
        command.getSubcommands().values().forEach(CommandTree::listExitCodes);
    }
}
