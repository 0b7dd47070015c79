/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.launch.ClusterWatch;
import dev.saltern.submit.launch.Limits;
import dev.saltern.submit.launch.RunReports;
import dev.saltern.submit.launch.ServerlessWatch;
import dev.saltern.submit.launch.Stop;
import dev.saltern.submit.launch.Verdict;
import dev.saltern.submit.launch.Work;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.size.Sizing;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        description = "Follow what another process launched, and tell its verdict; leaving it ends nothing.")
final class WatchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "The cluster, or APPLICATION/JOBRUN of EMR Serverless.")
    private String id = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec, surroundings);
        Account account = ClusterOptions.account(options.environment(surroundings));
        RealPace pace = new RealPace(surroundings.clock());
        Aws aws = options.aws(account, pace);
        RunningCluster running = RunningCluster.find(aws, id).requireOwn();
        LaunchSpec launched = running.spec(account);
        Work work = new Work(
                aws,
                launched,
                Sizing.unknown(),
                new Limits(Instant.MAX, null, options.poll()),
                null,
                pace,
                pace,
                new Stop(),
                console);
        Verdict verdict = verdict(work, running);
        if (options.json()) {
            JsonPrinter.print(
                    spec.commandLine().getOut(),
                    Map.of("id", id, "exitCode", verdict.exitCode().code(), "message", verdict.message()));
        } else {
            spec.commandLine()
                    .getOut()
                    .println(launched.pipeline() + " " + launched.scope() + ": " + verdict.message());
        }
        return verdict.exitCode().code();
    }

    private Verdict verdict(Work work, RunningCluster running) {
        if (RunningCluster.isServerless(id)) {
            var run = new ServerlessWatch(
                            work, RunningCluster.application(id), RunningCluster.jobRun(id), running.created())
                    .untilEnd(() -> {});
            return Verdict.of(
                    run.stateAsString(),
                    Objects.requireNonNullElse(run.stateDetails(), "no details"),
                    RunReports.of(work).find(work.spec(), running.created()));
        }
        ClusterWatch.Seen seen = new ClusterWatch(work, id, 0, false, running.created()).untilEnd();
        return Verdict.of(seen.cluster(), seen.steps(), RunReports.of(work).find(work.spec(), running.created()));
    }
}
