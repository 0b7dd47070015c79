/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** All commands, with what they have in common: failures as exit codes, and help that lists those. */
final class CommandTree {
    private static final int HELP_WIDTH = 110;

    private CommandTree() {}

    /** Returns the command line, ready to execute. */
    static CommandLine create(Surroundings surroundings) {
        JobCall job = new JobCall(surroundings);
        CommandLine root = new CommandLine(new SalternCommand())
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(new SampleDataCommand(surroundings))
                .addSubcommand(new ValidateCommand(job))
                .addSubcommand(new PlanCommand(job))
                .addSubcommand(new RunCommand(job))
                .addSubcommand(new BackfillCommand(job))
                .addSubcommand(new ReplayCommand(job))
                .addSubcommand(new QueryCommand(job))
                .addSubcommand(new SampleCommand(job))
                .addSubcommand(new HistoryCommand(job))
                .addSubcommand(new RetainCommand(job))
                .addSubcommand(new ProfileCommand(job))
                .addSubcommand(new RulesCommand(job))
                .addSubcommand(new HelpTopicCommand());
        FailureReport failures = new FailureReport();
        root.setExpandAtFiles(false);
        root.setParameterExceptionHandler(failures);
        root.setExecutionExceptionHandler(failures);
        root.setUsageHelpWidth(HELP_WIDTH);
        listExitCodes(root);
        return root;
    }

    /** Returns the command line that writes to the given streams. */
    static CommandLine create(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        return create(surroundings).setOut(out).setErr(err);
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
