/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description = "Write a first pipeline with its schema, environment and a few raw rows, ready to run.")
final class InitCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Surroundings surroundings;

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

    @Option(names = "--json", description = "Print nothing but JSON on standard output, errors too.")
    private boolean json;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw UsageErrors.of(
                    spec,
                    "Invalid name: " + name + " (must be lower-case letters, digits and hyphens, a letter first)");
        }
        Scaffold scaffold = new Scaffold(surroundings.workingDirectory().resolve(folder), name);
        List<Path> created = create(scaffold);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("created", created.stream().map(Path::toString).toList());
            report.put("next", next());
            JsonPrinter.print(out, report);
        } else {
            created.forEach(file -> out.println("Created " + file));
            out.println("Next:");
            next().forEach(command -> out.println("  " + command));
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    private List<Path> create(Scaffold scaffold) {
        List<Path> standing = scaffold.standing();
        if (!standing.isEmpty()) {
            throw UsageErrors.of(
                    spec,
                    "Cannot create pipeline " + name + ": "
                            + folder.resolve(standing.get(0)).normalize() + " exists. Choose another name or --dir");
        }
        try {
            return scaffold.create().stream()
                    .map(file -> folder.resolve(file).normalize())
                    .toList();
        } catch (IOException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot create pipeline " + name + ": " + e, e);
        }
    }

    private List<String> next() {
        String saltern = surroundings.command();
        List<String> commands = List.of(
                saltern + " validate " + name,
                saltern + " run " + name + " --date " + Scaffold.SAMPLE_DATE,
                saltern + " query " + ShellLine.of(List.of("SELECT * FROM " + Scaffold.table(name))));
        return folder.normalize().toString().isEmpty()
                ? commands
                : Stream.concat(Stream.of("cd " + ShellLine.of(List.of(folder.toString()))), commands.stream())
                        .toList();
    }
}
