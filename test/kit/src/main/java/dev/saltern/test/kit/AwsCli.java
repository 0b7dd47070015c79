/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The real AWS command line, pointed at a server of the tests.
 *
 * @param endpoint where it finds every service
 */
public record AwsCli(URI endpoint) {
    /**
     * Runs a command and returns what it printed.
     *
     * @param words the words behind {@code aws}
     * @throws IllegalStateException with its message if it failed
     */
    public String run(String... words) {
        PythonEnvironment python = PythonEnvironment.require();
        List<String> command = new ArrayList<>(List.of(
                python.interpreter().toString(),
                python.interpreter().resolveSibling("aws").toString(),
                "--endpoint-url",
                endpoint.toString(),
                "--output",
                "json"));
        command.addAll(List.of(words));
        Map<String, String> account = Map.of(
                "AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", Aws.ACCESS_KEY,
                "AWS_DEFAULT_REGION", Aws.REGION,
                "AWS_MAX_ATTEMPTS", "1",
                "AWS_PAGER", "");
        Shell.Answer answer = Shell.run(command, account)
                .orElseThrow(() -> new IllegalStateException("Cannot start " + command.get(0)));
        if (answer.exit() != 0) {
            throw new IllegalStateException("Cannot run aws " + String.join(" ", words) + ": "
                    + answer.output().strip());
        }
        return answer.output();
    }
}
