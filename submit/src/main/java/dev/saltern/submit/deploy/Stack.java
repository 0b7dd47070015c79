/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import dev.saltern.submit.aws.Pace;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.launch.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** One stack. */
public final class Stack {
    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final Set<String> KEPT = Set.of("AWS::S3::Bucket", "AWS::Glue::Database");
    private static final String OWNER = "saltern:stack";

    private final CloudFormationClient client;
    private final Patience patience;
    private final Pace pace;
    private final Voice voice;
    private final String name;
    private final Duration poll;

    /**
     * Names the stack.
     *
     * @param poll how long to wait between two looks
     */
    public Stack(CloudFormationClient client, Patience patience, Voice voice, String name, Duration poll) {
        this.client = client;
        this.patience = patience;
        this.pace = patience.pace();
        this.voice = voice;
        this.name = name;
        this.poll = poll;
    }

    /** Returns the stack's state, or empty if there is none, or nothing in it yet. */
    public Optional<String> state() {
        return describe().map(found -> found.stackStatusAsString()).filter(state -> !state.equals(REVIEW));
    }

    /** Returns the parameters that the stack has. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        describe()
                .ifPresent(found -> found.parameters()
                        .forEach(parameter -> parameters.put(parameter.parameterKey(), parameter.parameterValue())));
        return parameters;
    }

    /** Returns what the stack tells about itself. */
    public Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        describe().map(found -> found.outputs()).orElse(List.of()).stream()
                .sorted(java.util.Comparator.comparing(Output::outputKey))
                .forEach(output -> outputs.put(output.outputKey(), output.outputValue()));
        return outputs;
    }

    /**
     * Prepares a change, and returns what it comes to; nothing if the stack is already so.
     *
     * @param changeSet a name that no other change has
     * @param templateUrl where the template lies
     */
    public List<StackChange> prepare(String changeSet, String templateUrl, Map<String, String> parameters) {
        ChangeSetType type = state().isPresent() ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        patience.run(
                "prepare stack " + name,
                () -> client.createChangeSet(request -> request.stackName(name)
                        .changeSetName(changeSet)
                        .changeSetType(type)
                        .templateURL(templateUrl)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .tags(Tag.builder().key(OWNER).value(name).build())
                        .parameters(parameters.entrySet().stream()
                                .map(entry -> Parameter.builder()
                                        .parameterKey(entry.getKey())
                                        .parameterValue(entry.getValue())
                                        .build())
                                .toList())));
        DescribeChangeSetResponse found = await(changeSet);
        if (found.statusAsString().equals("FAILED")) {
            String reason = String.valueOf(found.statusReason());
            if (reason.contains("didn't contain changes") || reason.contains("No updates")) {
                return List.of();
            }
            throw StackFailure.of("prepare", name, reason);
        }
        return found.changes().stream()
                .map(change -> change.resourceChange())
                .map(change -> new StackChange(
                        change.actionAsString(),
                        change.logicalResourceId(),
                        change.resourceType(),
                        change.replacementAsString() == null ? "" : change.replacementAsString()))
                .toList();
    }

    /** Takes a prepared change back; a stack that would have been made by it goes too. */
    public void drop(String changeSet) {
        patience.run(
                "drop the change of stack " + name,
                () -> client.deleteChangeSet(request -> request.stackName(name).changeSetName(changeSet)));
        if (describe().map(found -> found.stackStatusAsString().equals(REVIEW)).orElse(false)) {
            patience.run("drop stack " + name, () -> client.deleteStack(request -> request.stackName(name)));
        }
    }

    /** Makes a prepared change, and waits until it is done. */
    public void execute(String changeSet) {
        patience.run(
                "change stack " + name,
                () -> client.executeChangeSet(request -> request.stackName(name).changeSetName(changeSet)));
        String state = settled();
        if (!state.equals("CREATE_COMPLETE") && !state.equals("UPDATE_COMPLETE")) {
            throw StackFailure.of("change", name, state.toLowerCase(Locale.ROOT));
        }
    }

    /** Returns the resources that stay when the stack goes: what holds data. */
    public List<String> kept() {
        List<String> kept = new ArrayList<>();
        for (StackResourceSummary resource : resources()) {
            if (KEPT.contains(resource.resourceType())) {
                kept.add(resource.resourceType() + " " + resource.physicalResourceId());
            }
        }
        return kept;
    }

    /** Removes the stack, and returns the resources that it leaves behind. */
    public List<String> delete() {
        List<String> kept = kept();
        patience.run("remove stack " + name, () -> client.deleteStack(request -> request.stackName(name)));
        String state = settled();
        if (!state.isEmpty() && !state.equals("DELETE_COMPLETE")) {
            throw StackFailure.of("remove", name, state.toLowerCase(Locale.ROOT));
        }
        return kept;
    }

    private List<StackResourceSummary> resources() {
        return patience.call(
                "list the resources of stack " + name,
                () ->
                        client
                                .listStackResourcesPaginator(request -> request.stackName(name))
                                .stackResourceSummaries()
                                .stream()
                                .toList());
    }

    /** Waits until nothing is in progress, telling how far it is; returns the state, or the empty text if the stack is gone. */
    private String settled() {
        while (true) {
            String state = describe().map(found -> found.stackStatusAsString()).orElse("");
            if (!state.endsWith("_IN_PROGRESS")) {
                return state;
            }
            List<StackResourceSummary> all = resources();
            long done = all.stream()
                    .filter(resource -> resource.resourceStatusAsString().endsWith("_COMPLETE"))
                    .count();
            voice.progress(name + "  " + state.toLowerCase(Locale.ROOT).replace('_', ' ') + "  " + done + " of "
                    + all.size() + " resources");
            pace.sleep(poll);
        }
    }

    private DescribeChangeSetResponse await(String changeSet) {
        while (true) {
            DescribeChangeSetResponse found = patience.call(
                    "look at the change of stack " + name,
                    () -> client.describeChangeSet(
                            request -> request.stackName(name).changeSetName(changeSet)));
            if (!found.statusAsString().endsWith("_IN_PROGRESS")
                    && !found.statusAsString().endsWith("_PENDING")) {
                return found;
            }
            pace.sleep(poll);
        }
    }

    private Optional<software.amazon.awssdk.services.cloudformation.model.Stack> describe() {
        return patience.call("look at stack " + name, () -> {
            try {
                return client.describeStacks(request -> request.stackName(name)).stacks().stream()
                        .filter(found -> !found.stackStatusAsString().equals("DELETE_COMPLETE"))
                        .findFirst();
            } catch (CloudFormationException e) {
                if (String.valueOf(e.getMessage()).contains("does not exist")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
