/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.cluster.TimeSpan;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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
                .addSubcommand(new PlanCommand(surroundings, job))
                .addSubcommand(new RunCommand(job))
                .addSubcommand(new BackfillCommand(job))
                .addSubcommand(new ReplayCommand(job))
                .addSubcommand(new StatusCommand(job))
                .addSubcommand(new RollbackCommand(job))
                .addSubcommand(new CompactCommand(job))
                .addSubcommand(new DoctorCommand(job))
                .addSubcommand(new GcCommand(job))
                .addSubcommand(new QueryCommand(job))
                .addSubcommand(new SampleCommand(job))
                .addSubcommand(new HistoryCommand(job))
                .addSubcommand(new RetainCommand(job))
                .addSubcommand(new ProfileCommand(job))
                .addSubcommand(new RulesCommand(job))
                .addSubcommand(new LaunchCommand(surroundings))
                .addSubcommand(new WatchCommand(surroundings))
                .addSubcommand(new StopCommand(surroundings))
                .addSubcommand(new ReapCommand(surroundings))
                .addSubcommand(new CostCommand(surroundings))
                .addSubcommand(new DiagnoseCommand(surroundings))
                .addSubcommand(new RenderCommand(surroundings))
                .addSubcommand(new DeployCommand(surroundings))
                .addSubcommand(new DestroyCommand(surroundings))
                .addSubcommand(new HelpTopicCommand());
        FailureReport failures = new FailureReport();
        register(root);
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
