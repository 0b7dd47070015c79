/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that the job carries out. */
final class JobOptions {
    private static final Pattern SETTING = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*=(?s:.*)");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "The folder with pipelines/, schemas/, rules/ and environments/."
                    + " Default: ./conf if it has pipelines, else the one that comes with Saltern.")
    private @Nullable Path conf;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "The environment: a file in environments/. Default: ${DEFAULT-VALUE}.")
    private String environment = "local";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A value for $${NAME}, above those of the environment and the pipeline; lake=DIR sets the"
                    + " folder of the tables. Repeatable, the last one counts.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "Print nothing but JSON on standard output, errors too.")
    private boolean json;

    @Option(names = "--verbose", description = "Tell more on the way, and the stack trace of an internal error.")
    private boolean verbose;

    /** Returns the options as the job takes them: {@code --conf DIR --env NAME --set k=v ...}; flags stand apart, see {@link #flags}. */
    List<String> arguments(Surroundings surroundings) {
        List<String> arguments =
                new ArrayList<>(List.of("--conf", conf(surroundings).toString(), "--env", environment));
        for (String setting : settings) {
            if (!SETTING.matcher(setting).matches()) {
                throw invalid("Invalid --set: " + setting + " (must be NAME=VALUE)");
            }
            arguments.add("--set");
            arguments.add(setting);
        }
        return arguments;
    }

    /** Returns {@code --json} and {@code --verbose} where they are set. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (json) {
            flags.add("--json");
        }
        if (verbose) {
            flags.add("--verbose");
        }
        return flags;
    }

    boolean json() {
        return json;
    }

    String environment() {
        return environment;
    }

    /** Returns what {@code --set} says, by name. */
    Map<String, String> settings() {
        Map<String, String> map = new LinkedHashMap<>();
        settings.forEach(setting ->
                map.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        return map;
    }

    Path conf(Surroundings surroundings) {
        if (conf == null) {
            return surroundings
                    .findConf()
                    .orElseThrow(() -> invalid("Missing required --conf."
                            + " The working directory has no conf/pipelines; saltern init NAME makes one"));
        }
        if (!Files.isDirectory(surroundings.workingDirectory().resolve(conf))) {
            throw invalid("Invalid --conf: " + conf + " (must be a folder)");
        }
        return conf;
    }

    private ParameterException invalid(String message) {
        return UsageErrors.of(spec, message);
    }
}
