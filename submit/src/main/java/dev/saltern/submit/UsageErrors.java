/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what is wrong with a command line. */
final class UsageErrors {
    private UsageErrors() {}

    /** Returns the error of a command whose options do not go together. */
    static ParameterException of(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Returns the message with the nearest known names. */
    static String describe(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(failure.getMessage());
        }
        String argument = unmatched.getUnmatched().get(0);
        CommandLine command = failure.getCommandLine();
        boolean option = unmatched.isUnknownOption();
        if (!option && command.getSubcommands().isEmpty()) {
            return "Invalid argument: " + argument + " (" + command.getCommandName() + " takes "
                    + count(command.getCommandSpec().positionalParameters().size()) + ")";
        }
        List<String> known = known(command, option);
        return "Invalid " + (option ? "option: " : "command: ") + argument + " (must be one of "
                + String.join(", ", known) + ")"
                + Nearest.of(argument, known)
                        .map(nearest -> ". Did you mean " + nearest + "?")
                        .orElse("");
    }

    private static List<String> known(CommandLine command, boolean option) {
        return option
                ? command.getCommandSpec().options().stream()
                        .map(known -> known.longestName())
                        .toList()
                : List.copyOf(command.getSubcommands().keySet());
    }

    private static String count(int parameters) {
        return parameters == 0 ? "none" : parameters == 1 ? "one" : "only " + parameters;
    }
}
