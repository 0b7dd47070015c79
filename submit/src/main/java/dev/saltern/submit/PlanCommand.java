/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Show what a run would read, write and replace; analyses every step on empty tables.")
final class PlanCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    PlanCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        return job.run(spec, List.of(pipeline), options, dates);
    }
}
