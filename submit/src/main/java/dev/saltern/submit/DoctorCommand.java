/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Hold journal, catalog and files against each other, and say what differs.",
            "",
            "Exit code 24 says that something is wrong: readers get other rows than the journal says, or would. What is merely left over, such as a run that was sealed and never published, is told and leaves the exit code at 0."
        })
final class DoctorCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--deep",
            description =
                    "Read every live row, and compare its checksum with the manifest; otherwise names and sizes of files.")
    private boolean deep;

    @Option(
            names = "--repair",
            description =
                    "Make the catalog say what the journal says, and remove what killed runs left behind. Data files are never touched.")
    private boolean repair;

    @Mixin
    private JobOptions options = new JobOptions();

    DoctorCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = tables.words().flag("--deep", deep).flag("--repair", repair);
        return job.run(spec, tables.positionals(), options, more.words());
    }
}
