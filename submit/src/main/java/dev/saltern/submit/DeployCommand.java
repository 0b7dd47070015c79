/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.deploy.CodeBucket;
import dev.saltern.submit.deploy.Stack;
import dev.saltern.submit.deploy.StackChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy",
        description =
                "Let AWS run a pipeline every day by itself: one CloudFormation stack that schedules, watches, alerts"
                        + " and lets people query. Shows what changes, then changes it.")
final class DeployCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Mixin
    private DeployOptions deploy = new DeployOptions();

    DeployCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec, surroundings);
        OpenDay open = new OpenDay(surroundings, options, launch, console);
        PlannedViews views = new PlannedViews(surroundings, options, console);
        Deployment deployment = Deployment.of(surroundings, options, deploy, open, views, pipeline);
        Account account = deployment.place().account();
        RealPace pace = new RealPace(surroundings.clock());
        Aws aws = options.aws(account, pace);
        Stack stack = StackOptions.open(deployment.place().stack(), aws, pace, options, console);
        boolean isNew = stack.state().isEmpty();
        if (launch.dryRun && isNew) {
            tell(deployment, deployment.template().all(deployment.parameters()), Map.of(), true);
            return ExitCode.DONE.code();
        }
        CodeBucket buckets = new CodeBucket(aws, options.patience(pace), account.region());
        boolean madeCode = upload(deployment, aws, buckets, console);
        Map<String, String> parameters = parameters(deployment, stack, buckets, isNew, console);
        if (madeCode) {
            parameters.put("MadeCodeBucket", "true");
        }
        String changeSet = "saltern-" + surroundings.clock().millis();
        List<StackChange> changes = stack.prepare(changeSet, url(deployment.templateAddress(), account), parameters);
        if (launch.dryRun || changes.isEmpty()) {
            stack.drop(changeSet);
            tell(deployment, changes, stack.outputs(), launch.dryRun);
            return ExitCode.DONE.code();
        }
        changes.forEach(change -> console.say("  " + change));
        stack.execute(changeSet);
        tell(deployment, changes, stack.outputs(), false);
        return ExitCode.DONE.code();
    }

    /** Returns whether the bucket of the code had to be made: one that was there keeps the policy that it has. */
    private static boolean upload(Deployment deployment, Aws aws, CodeBucket buckets, Console console) {
        String bucket = Address.parse(deployment.place().account().code()).bucket();
        boolean isNew = !buckets.exists(bucket);
        if (isNew) {
            buckets.create(bucket);
            console.say("Made bucket " + bucket + " for the code");
        }
        int sent = deployment.send(aws.objects());
        console.say("Uploaded " + sent + " of " + (deployment.files().size() + 1) + " files");
        return isNew;
    }

    /** What was not said stays as the stack has it; buckets that were there before it are left alone. */
    private static Map<String, String> parameters(
            Deployment deployment, Stack stack, CodeBucket buckets, boolean isNew, Console console) {
        Map<String, String> parameters = new LinkedHashMap<>(stack.parameters());
        if (isNew) {
            List<String> found = deployment.place().buckets().stream()
                    .filter(buckets::exists)
                    .toList();
            if (!found.isEmpty()) {
                console.say(
                        "Left alone, with their policies: " + String.join(", ", found) + "; they are there already");
                parameters.put("CreateBuckets", "false");
            }
        }
        parameters.putAll(deployment.parameters());
        return parameters;
    }

    private void tell(Deployment deployment, List<StackChange> changes, Map<String, String> outputs, boolean dryRun) {
        if (options.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("stack", deployment.place().stack());
            answer.put("dryRun", dryRun);
            answer.put("changes", changes);
            answer.put("outputs", outputs);
            JsonPrinter.print(spec.commandLine().getOut(), answer);
            return;
        }
        var out = spec.commandLine().getOut();
        if (dryRun) {
            changes.forEach(change -> out.println("  " + change));
        }
        out.println("Stack " + deployment.place().stack() + ": "
                + (changes.isEmpty()
                        ? "nothing to change"
                        : changes.size() + (dryRun ? " changes (dry run: nothing is changed)" : " changes made")));
        outputs.forEach((name, value) -> out.println("  " + name + "  " + value));
        out.flush();
    }

    /** CloudFormation takes addresses of the web alone. */
    private static String url(Address address, Account account) {
        return "https://" + address.bucket() + ".s3." + account.region() + ".amazonaws.com/" + address.key();
    }
}
