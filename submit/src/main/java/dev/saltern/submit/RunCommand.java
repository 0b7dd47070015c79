/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Run a day (or a range of days) and publish its tables, whole or not at all.")
final class RunCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    RunCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        return job.run(spec, List.of(pipeline), options, dates);
    }
}
