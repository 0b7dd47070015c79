/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.reap.Orphan;
import dev.saltern.submit.reap.Reaper;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reap",
        description =
                "Find what launches left running, by their tags, and with --yes end it; without it nothing changes.")
final class ReapCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description =
                    "Take everything of Saltern's that is older for an orphan, such as 6h. Default: what has outlived"
                            + " the time in its tags.")
    private @Nullable TimeSpan olderThan;

    @Option(names = "--yes", description = "Do it.")
    private boolean really;

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    ReapCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Account account = ClusterOptions.account(options.environment(surroundings));
        Aws aws = options.aws(account, new RealPace(surroundings.clock()));
        Instant now = surroundings.clock().instant();
        Reaper reaper = new Reaper(now, olderThan == null ? null : olderThan.duration());
        List<Orphan> orphans = new ArrayList<>(reaper.clusters(aws.emr()));
        String application = account.application();
        if (application != null && !application.isBlank()) {
            orphans.addAll(reaper.jobRuns(aws.serverless(), application));
        }
        if (really) {
            orphans.forEach(orphan -> StopCommand.end(aws, orphan.id()));
        }
        tell(spec.commandLine().getOut(), orphans, now);
        return ExitCode.DONE.code();
    }

    private void tell(PrintWriter out, List<Orphan> orphans, Instant now) {
        if (options.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("ended", really);
            answer.put("orphans", orphans.stream().map(ReapCommand::map).toList());
            JsonPrinter.print(out, answer);
            return;
        }
        for (Orphan orphan : orphans) {
            out.println(orphan.id() + "  " + TimeSpan.show(java.time.Duration.between(orphan.created(), now)) + " old, "
                    + orphan.reason() + ", of " + orphan.owner() + "  " + orphan.name());
        }
        out.println(
                orphans.isEmpty()
                        ? "Nothing was left running"
                        : really
                                ? "Asked " + orphans.size() + " to end"
                                : orphans.size() + " to end. With --yes they are ended");
        out.flush();
    }

    private static Map<String, Object> map(Orphan orphan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", orphan.id());
        map.put("name", orphan.name());
        map.put("state", orphan.state());
        map.put("created", orphan.created().toString());
        map.put("owner", orphan.owner());
        map.put("reason", orphan.reason());
        return map;
    }
}
