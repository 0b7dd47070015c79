/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.terminal.ShellLine;
import dev.saltern.submit.init.Drafting;
import dev.saltern.submit.init.Scaffold;
import dev.saltern.submit.init.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description =
                "Write a pipeline with its schema, rules, their test and a few raw rows, ready to run; with --from out of a file.")
final class InitCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Surroundings surroundings;
    private final JobGateway job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "The pipeline's name: lower-case letters, digits and hyphens.")
    private String name = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's folder. Default: the working directory.")
    private Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Draft the pipeline from a sample file (CSV, JSON lines or Parquet, compressed or not): its"
                    + " schema, rules that its rows keep, a test of them, and its rows as the first day. The day is a date"
                    + " in its name, else that of its last change.")
    private @Nullable Path sample;

    @Option(names = "--json", description = "Print nothing but JSON on standard output, errors too.")
    private boolean json;

    InitCommand(Surroundings surroundings, JobGateway job) {
        this.surroundings = surroundings;
        this.job = job;
    }

    @Override
    public Integer call() throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw UsageErrors.of(
                    spec,
                    "Invalid name: " + name + " (must be lower-case letters, digits and hyphens, a letter first)");
        }
        Scaffold first = Templates.scaffold(project(), name);
        requireNew(first);
        if (sample == null) {
            create(first, Templates.SAMPLE_DATE);
            return ExitCode.DONE.code();
        }
        try (Drafting drafting = Drafting.of(surroundings.workingDirectory().resolve(sample), job::answer)) {
            tell("Looking at " + sample);
            Scaffold drafted = drafting.scaffold(project(), name);
            requireNew(drafted);
            create(drafted, drafting.day());
        }
        return ExitCode.DONE.code();
    }

    private Path project() {
        return surroundings.workingDirectory().resolve(folder);
    }

    /** Spark takes some seconds to start, in which a person wants to know that it does. */
    private void tell(String line) {
        if (!json) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }

    private void requireNew(Scaffold scaffold) {
        List<Path> standing = scaffold.standing();
        if (!standing.isEmpty()) {
            throw UsageErrors.of(
                    spec,
                    "Cannot create pipeline " + name + ": "
                            + folder.resolve(standing.get(0)).normalize() + " exists. Choose another name or --dir");
        }
    }

    private void create(Scaffold scaffold, String day) {
        List<Path> created;
        try {
            created = scaffold.create().stream()
                    .map(file -> folder.resolve(file).normalize())
                    .toList();
        } catch (IOException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot create pipeline " + name + ": " + e, e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("created", created.stream().map(Path::toString).toList());
            report.put("next", next(day));
            JsonPrinter.print(out, report);
            return;
        }
        created.forEach(file -> out.println("Created " + file));
        out.println("Next:");
        next(day).forEach(command -> out.println("  " + command));
        out.flush();
    }

    private List<String> next(String day) {
        String saltern = surroundings.command();
        List<String> commands = List.of(
                saltern + " validate " + name,
                saltern + " rules test",
                saltern + " run " + name + " --date " + day,
                saltern + " query " + ShellLine.of(List.of("SELECT * FROM " + Templates.table(name))));
        return folder.normalize().toString().isEmpty()
                ? commands
                : Stream.concat(Stream.of("cd " + ShellLine.of(List.of(folder.toString()))), commands.stream())
                        .toList();
    }
}
