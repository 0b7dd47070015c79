/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.deploy.Stack;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

@Command(
        name = "destroy",
        description =
                "Remove a pipeline's stack: schedules, roles, alarms, queries. The buckets with data and the catalog's"
                        + " database stay.")
final class DestroyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack. Default: saltern-PIPELINE.")
    private @Nullable String name;

    @Option(names = "--yes", description = "Really remove it; otherwise only tell what would be.")
    private boolean really;

    DestroyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = new Console(
                spec.commandLine().getErr(),
                options.json(),
                () -> surroundings.clock().instant());
        Account account = ClusterOptions.account(options.environment(surroundings));
        RealPace pace = new RealPace(surroundings.clock());
        Aws aws = options.aws(account, pace);
        String stackName = name == null ? "saltern-" + pipeline : name;
        Stack stack = new Stack(
                aws.configured(CloudFormationClient.builder()).build(),
                Patience.ofLauncher(pace, options.poll().dividedBy(20)),
                console,
                stackName,
                options.poll().dividedBy(4));
        if (stack.state().isEmpty()) {
            tell(stackName, "there is no such stack", List.of());
            return ExitCode.DONE.code();
        }
        if (really) {
            tell(stackName, "removed", stack.delete());
        } else {
            tell(stackName, "would be removed; with --yes it is", stack.kept());
        }
        return ExitCode.DONE.code();
    }

    private void tell(String stack, String what, List<String> kept) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("stack", stack);
            answer.put("outcome", what);
            answer.put("kept", kept);
            JsonPrinter.print(out, answer);
            return;
        }
        out.println("Stack " + stack + ": " + what);
        kept.forEach(resource -> out.println("  stays: " + resource));
        out.flush();
    }
}
