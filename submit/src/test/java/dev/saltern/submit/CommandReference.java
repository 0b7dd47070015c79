/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the page of all commands, options and exit codes from the command tree. */
final class CommandReference {
    private CommandReference() {}

    static String of(CommandLine root) {
        StringBuilder page = new StringBuilder("""
                # Commands

                Generated from the command tree by `CommandReferenceTest`; `-Dsaltern.regenerate=true` renews it.

                | command | |
                |---|---|
                """);
        List<CommandSpec> commands = root.getSubcommands().values().stream()
                .flatMap(CommandReference::withParts)
                .map(CommandLine::getCommandSpec)
                .toList();
        commands.forEach(command -> page.append("| [`")
                .append(command.qualifiedName())
                .append("`](#")
                .append(command.qualifiedName("-"))
                .append(") | ")
                .append(command.usageMessage().description()[0])
                .append(" |\n"));
        commands.forEach(command -> page.append(section(command)));
        page.append("\n## Exit codes\n\n| code | meaning | who can mend it | what next |\n|---|---|---|---|\n");
        for (ExitCode exitCode : ExitCode.values()) {
            page.append("| ")
                    .append(exitCode.code())
                    .append(" | ")
                    .append(exitCode.meaning())
                    .append(" | ")
                    .append(exitCode.blame().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(exitCode.next())
                    .append(" |\n");
        }
        return page.toString();
    }

    /** Returns a command, or where it only names others those. */
    private static Stream<CommandLine> withParts(CommandLine command) {
        Collection<CommandLine> parts = command.getSubcommands().values();
        return parts.isEmpty() ? Stream.of(command) : parts.stream();
    }

    private static String section(CommandSpec command) {
        StringBuilder section =
                new StringBuilder("\n## " + command.qualifiedName() + "\n\n" + description(command) + "\n\n");
        section.append("    ").append(synopsis(command)).append("\n\n| argument | |\n|---|---|\n");
        command.positionalParameters().forEach(argument -> section.append(row(argument.paramLabel(), argument)));
        command.options().stream()
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> section.append(row(names(option), option)));
        return section.toString();
    }

    private static String synopsis(CommandSpec command) {
        return command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join("`, `", option.names()) + value;
    }

    private static String row(String name, ArgSpec argument) {
        String text = String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("$${", "${");
        return "| `" + name + "` | " + text + (argument.isOption() && argument.required() ? " Required." : "") + " |\n";
    }

    private static String description(CommandSpec command) {
        return Arrays.stream(command.usageMessage().description())
                .filter(paragraph -> !paragraph.isEmpty())
                // A per cent sign is written twice for the help.
                .map(paragraph -> paragraph.replace("%%", "%"))
                .collect(Collectors.joining("\n\n"));
    }
}
