/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.submit.aws.Aws;
import java.util.Set;

/** Whether a cluster, or an application's job run, is still there. */
record Alive(Aws aws) {
    private static final Set<String> GONE = Set.of(
            "TERMINATING", "TERMINATED", "TERMINATED_WITH_ERRORS", "SUCCESS", "FAILED", "CANCELLED", "CANCELLING");

    boolean test(String id) {
        int slash = id.indexOf('/');
        String state = slash < 0
                ? aws.emr().describe(id).status().stateAsString()
                : aws.serverless()
                        .describe(id.substring(0, slash), id.substring(slash + 1))
                        .stateAsString();
        return !GONE.contains(state);
    }
}
