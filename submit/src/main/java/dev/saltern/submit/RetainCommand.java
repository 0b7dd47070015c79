/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "retain",
        description = {
            "Drop the partitions that are older than the retention of their table.",
            "",
            "They disappear through an entry of the journal, as with any run, so that a rollback brings them back as long"
                    + " as their files are there; the files go with the runs that nothing refers to. A table keeps its"
                    + " newest 7 partitions, however old they are, and loses more than a quarter of its partitions at once with"
                    + " --yes only."
        })
final class RetainCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Option(names = "--dry-run", description = "Tell what would be dropped; change nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Drop even a large share of a table at once.")
    private boolean yes;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day from which the age is counted: YYYY-MM-DD. Default: today, in UTC.")
    private @Nullable String asOf;

    @Mixin
    private JobOptions options = new JobOptions();

    RetainCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = new ForwardedWords()
                .option("--as-of", asOf == null ? null : date(asOf))
                .flag("--dry-run", dryRun)
                .flag("--yes", yes);
        return job.run(spec, List.of(pipeline), options, more.words());
    }

    private String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw UsageErrors.of(spec, "Invalid --as-of: " + text + " (must be YYYY-MM-DD)");
        }
    }
}
