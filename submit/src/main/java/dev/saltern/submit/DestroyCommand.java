/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.deploy.Stack;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Mixin
    private StackOptions stacks = new StackOptions();

    @Option(names = "--yes", description = "Really remove it; otherwise only tell what would be.")
    private boolean really;

    DestroyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec, surroundings);
        Account account = ClusterOptions.account(options.environment(surroundings));
        RealPace pace = new RealPace(surroundings.clock());
        Aws aws = options.aws(account, pace);
        String name = stacks.name(pipeline);
        Stack stack = StackOptions.open(name, aws, pace, options, console);
        if (stack.state().isEmpty()) {
            tell(name, "there is no such stack", List.of());
            return ExitCode.DONE.code();
        }
        if (really) {
            tell(name, "removed", stack.delete());
        } else {
            tell(name, "would be removed; with --yes it is", stack.kept());
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
