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
        name = "rollback",
        description = {
            "Show an earlier state of the tables of a pipeline, or of one table, again; no byte of data moves.",
            "",
            "An entry is added to the journal that points the partitions at the files of an earlier run, and the catalog follows. Without another word the run that was published last is taken back, in all tables of the pipeline together. It refuses, and changes nothing, where the files to go back to are gone or not as they were sealed. A rollback that was killed is finished by giving it again.",
            "",
            "The run that is shown again counts as live: running it anew is up to date. The run that was taken back does not: a run with the same input would publish its rows again, so mend the input, the rules or the pipeline first. A run that was on its way while its day was rolled back is refused with exit code 23."
        })
final class RollbackCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "Show the whole table as it was at this version of its journal; for one table.")
    private @Nullable String version;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description =
                    "Take back the run which the partitions of this day show, in the partitions of this day only.")
    private @Nullable String date;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "Show again what this run published, in the partitions that it claimed.")
    private @Nullable String run;

    @Option(names = "--dry-run", description = "Tell from where to where each partition would go, and change nothing.")
    private boolean dryRun;

    @Mixin
    private JobOptions options = new JobOptions();

    RollbackCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = tables.words()
                .option("--to", version)
                .option("--date", date == null ? null : job.day(spec, date))
                .option("--run", run)
                .flag("--dry-run", dryRun);
        return job.run(spec, tables.positionals(), options, more.words());
    }
}
