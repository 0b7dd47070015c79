/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        if (failure instanceof MissingParameterException missing) {
            return "Missing required "
                    + missing.getMissing().stream().map(UsageErrors::missing).collect(Collectors.joining(", "));
        }
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return value(failure);
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

    /** Returns the message; of a value that is not of its option's kind in the words of all other commands. */
    private static String value(ParameterException failure) {
        String message = String.valueOf(failure.getMessage());
        ArgSpec argument = failure.getArgSpec();
        if (!message.startsWith("Invalid value for ") || argument == null) {
            return message;
        }
        int range = message.indexOf("(must be ");
        Object[] constants = argument.type().getEnumConstants();
        String must = range >= 0
                ? message.substring(range)
                : constants != null
                        ? "(must be one of "
                                + Stream.of(constants)
                                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ")"
                        : "(must be a number)";
        return "Invalid " + name(argument) + ": " + failure.getValue() + " " + must;
    }

    /** An option is missed where it is required; of any other its value is missing. */
    private static String missing(ArgSpec argument) {
        return argument.isOption() && !argument.required()
                ? argument.paramLabel() + " behind " + name(argument)
                : name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
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
