/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = {"Show what is live: per table its version, run, rows and days, and what waits or is missing."})
final class StatusCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions tables = new TableOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    StatusCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        return job.run(spec, tables.positionals(), options, tables.words().words());
    }
}
