/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "compact",
        description = {
            "Write the live partitions of past days anew, in fewer and larger files; the rows stay the same. Without a day"
                    + " all of them.",
            "",
            "The new files are sealed and audited like those of a run. The partitions are pointed at them only if rows and checksum are those of the partition that they replace. Readers keep reading the old files until then, and gc removes them later."
        })
final class CompactCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--target-file-size",
            paramLabel = "SIZE",
            description = "How large a file is to become, such as 256MB. Default: that of the pipeline.")
    private @Nullable String targetFileSize;

    @Option(names = "--dry-run", description = "Tell what would be gained, and write nothing.")
    private boolean dryRun;

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    CompactCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = tables.words()
                .all(job.days(dates))
                .option("--target-file-size", targetFileSize)
                .flag("--dry-run", dryRun);
        return job.run(spec, tables.positionals(), options, more.words());
    }
}
