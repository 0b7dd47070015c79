/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Bring back what was quarantined, after a fix of the rule, the schema or the pipeline.",
            "",
            "A run computes its whole day from the raw files and replaces the day's partitions whole. So a replay is a"
                    + " new run of the day: rows that are fit by now come back through all the steps, each exactly once,"
                    + " and the others are set aside again, in place of what the quarantine table held. The accounts of"
                    + " both runs and the quarantine table are then held against each other: a row that left the"
                    + " quarantine came back, or was left out by a drop rule or for belonging to another day.",
            "",
            "Where nothing was quarantined, or nothing has changed since, it says so, changes nothing and exits 0."
        })
final class ReplayCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Option(
            names = "--dry-run",
            description = "Judge the quarantined records alone by the pipeline as it is, tell how many would come back"
                    + " and which reasons remain, and publish nothing.")
    private boolean dryRun;

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    ReplayCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = new ForwardedWords().all(job.days(dates)).flag("--dry-run", dryRun);
        return job.run(spec, List.of(pipeline), options, more.words());
    }
}
