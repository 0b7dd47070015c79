/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What may be said about a stack. */
final class DeployOptions {
    @Mixin
    StackOptions stack = new StackOptions();

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            defaultValue = "0 2 * * *",
            description =
                    "When a day is run, in UTC: minute, hour, day of the month, month, day of the week; the day before"
                            + " is the one that is run. Default: ${DEFAULT-VALUE}.")
    String cron = "0 2 * * *";

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description =
                    "A parameter of the template, such as AlertEmail=team@example.org. Repeatable; what is not given"
                            + " stays as the stack has it.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The template. Default: deploy/template.yaml of the conf folder.")
    @Nullable
    Path template;

    @Option(
            names = "--function-jar",
            paramLabel = "FILE",
            description = "The jar of the functions. Default: the one that the build of Saltern left.")
    @Nullable
    Path functionJar;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "What saltern plan PIPELINE --date DATE --json says, for views of tables whose columns only a run"
                            + " tells. Default: Saltern finds the columns out itself, on empty tables.")
    @Nullable
    Path plan;
}
