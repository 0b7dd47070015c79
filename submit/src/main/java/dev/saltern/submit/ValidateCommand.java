/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "validate", description = "Check pipeline files: every problem at once, with file, line and column.")
final class ValidateCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "PIPELINE",
            description = "The pipelines, by name. Default: all of the conf folder.")
    private List<String> pipelines = new ArrayList<>();

    @Mixin
    private JobOptions options = new JobOptions();

    ValidateCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        return job.run(spec, pipelines, options);
    }
}
