/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Pace;
import dev.saltern.submit.deploy.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Which stack a pipeline has. */
final class StackOptions {
    /** So many looks at it for each wait between two looks at a cluster. */
    private static final int LOOKS_PER_POLL = 4;

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack. Default: saltern-PIPELINE.")
    private @Nullable String stack;

    /** Returns the name of a pipeline's stack. */
    String name(String pipeline) {
        return stack == null ? "saltern-" + pipeline : stack;
    }

    /** Returns the stack of a name, whether it is there or not. */
    static Stack open(String name, Aws aws, Pace pace, ClusterOptions options, Console console) {
        return new Stack(
                aws.configured(CloudFormationClient.builder()).build(),
                options.patience(pace),
                console,
                name,
                options.poll().dividedBy(LOOKS_PER_POLL));
    }
}
