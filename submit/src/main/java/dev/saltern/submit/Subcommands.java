/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands by name, in the order of the overview; each is made when it is asked for. */
final class Subcommands {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Class<?> type, Supplier<Object> command) {}

    Subcommands(Surroundings surroundings) {
        JobCall job = new JobCall(surroundings);
        add(DemoCommand.class, () -> new DemoCommand(surroundings));
        add(InitCommand.class, () -> new InitCommand(surroundings, new JobGateway(surroundings.classLoader())));
        add(SampleDataCommand.class, () -> new SampleDataCommand(surroundings));
        add(ValidateCommand.class, () -> new ValidateCommand(job));
        add(PlanCommand.class, () -> new PlanCommand(surroundings, job));
        add(RunCommand.class, () -> new RunCommand(job));
        add(BackfillCommand.class, () -> new BackfillCommand(job));
        add(ReplayCommand.class, () -> new ReplayCommand(job));
        add(StatusCommand.class, () -> new StatusCommand(job));
        add(RollbackCommand.class, () -> new RollbackCommand(job));
        add(CompactCommand.class, () -> new CompactCommand(job));
        add(DoctorCommand.class, () -> new DoctorCommand(job));
        add(GcCommand.class, () -> new GcCommand(job));
        add(QueryCommand.class, () -> new QueryCommand(job));
        add(SampleCommand.class, () -> new SampleCommand(job));
        add(HistoryCommand.class, () -> new HistoryCommand(job));
        add(RetainCommand.class, () -> new RetainCommand(job));
        add(ProfileCommand.class, () -> new ProfileCommand(job));
        add(RulesCommand.class, () -> new RulesCommand(job));
        add(LaunchCommand.class, () -> new LaunchCommand(surroundings));
        add(WatchCommand.class, () -> new WatchCommand(surroundings));
        add(StopCommand.class, () -> new StopCommand(surroundings));
        add(ReapCommand.class, () -> new ReapCommand(surroundings));
        add(CostCommand.class, () -> new CostCommand(surroundings));
        add(DiagnoseCommand.class, () -> new DiagnoseCommand(surroundings));
        add(RenderCommand.class, () -> new RenderCommand(surroundings));
        add(DeployCommand.class, () -> new DeployCommand(surroundings));
        add(DestroyCommand.class, () -> new DestroyCommand(surroundings));
        add(CompletionCommand.class, () -> new CompletionCommand(surroundings));
        add(HelpTopicCommand.class, HelpTopicCommand::new);
    }

    private void add(Class<?> type, Supplier<Object> command) {
        entries.put(description(type).name(), new Entry(type, command));
    }

    /** Adds all of them as they are. */
    void addTo(CommandLine root) {
        entries.values().forEach(entry -> root.addSubcommand(entry.command().get()));
    }

    /**
     * Adds the one that the first word names; without it those that any word names as they are, and of the others no more than an overview
     * shows. To look through the options of all takes longer than most commands do.
     */
    void addTo(CommandLine root, List<String> words) {
        Entry first = words.isEmpty() ? null : entries.get(words.get(0));
        if (first != null && first.type() != HelpTopicCommand.class) {
            root.addSubcommand(first.command().get());
        } else {
            entries.forEach((name, entry) ->
                    root.addSubcommand(words.contains(name) ? entry.command().get() : overview(name, entry)));
        }
    }

    private static CommandSpec overview(String name, Entry entry) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description(entry.type()).description());
        return spec;
    }

    private static Command description(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        if (command == null) {
            throw new IllegalStateException("Cannot find @Command on " + type);
        }
        return command;
    }
}
