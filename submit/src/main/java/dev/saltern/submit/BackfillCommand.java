/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        description = {
            "Run many days in one application, each as a run of its own; only those that are due.",
            "",
            "A day is due if it was never published, if a file of it was added, removed or replaced since, if late rows of"
                    + " it have come, or if a file of every day, the pipeline or the program has changed: see --dry-run."
                    + " Killed at any moment, the same command goes on with what is left. A day that fails or is refused"
                    + " leaves what was live of it, and does not end the others. A day that was never published and has no"
                    + " files is passed over.",
            "",
            "A day with late rows, within the lookback of the pipeline, is opened again behind the others, each such day"
                    + " once; with --order newest most need not be, as their late rows are known before they run.",
            "",
            "Exits with the code of the earliest day that failed or was refused, and 0 if there was none."
        })
final class BackfillCommand implements Callable<Integer> {
    /** In which order the days begin. */
    enum Order {
        oldest,
        newest
    }

    /** A change that alone does not make a day due. */
    enum Ignorable {
        code,
        pipeline,
        shared
    }

    private static final int MAX_PARALLEL = 64;

    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many days run beside each other, sharing the machine or cluster fairly: in [1, 64]. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int parallel = 1;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "oldest",
            description = "The day that begins first: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Order order = Order.oldest;

    @Option(
            names = "--ignore",
            paramLabel = "CHANGE",
            split = ",",
            description =
                    "Changes that alone do not make a day due: code (a new release), pipeline (its file and what it"
                            + " names), shared (files that every day reads). A day that is due for another reason runs with all"
                            + " of them. Repeatable.")
    private List<Ignorable> ignored = new ArrayList<>();

    @Option(names = "--stop-on-failure", description = "Begin no further day once one has failed or was refused.")
    private boolean stopOnFailure;

    @Option(names = "--dry-run", description = "Tell which days are due and why; run nothing.")
    private boolean dryRun;

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    BackfillCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        if (parallel < 1 || parallel > MAX_PARALLEL) {
            throw UsageErrors.of(spec, "Invalid --parallel: " + parallel + " (must be in [1, " + MAX_PARALLEL + "])");
        }
        List<String> days = job.days(dates);
        if (days.isEmpty()) {
            throw UsageErrors.of(spec, "Missing required --from and --to: a backfill has a first and a last day");
        }
        ForwardedWords more = new ForwardedWords()
                .all(days)
                .option("--parallel", parallel)
                .option("--order", order)
                .options("--ignore", ignored)
                .flag("--stop-on-failure", stopOnFailure)
                .flag("--dry-run", dryRun);
        return job.run(spec, List.of(pipeline), options, more.words());
    }
}
