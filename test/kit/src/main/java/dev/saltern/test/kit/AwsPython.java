/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Python with the API's own models: what botocore, boto3 and cfn-lint make of something.
 *
 * @param endpoint where boto3 finds every service
 */
public record AwsPython(URI endpoint) {
    /**
     * Runs a script and returns what it printed.
     *
     * @param arguments what it finds in {@code sys.argv} from 1 on
     * @throws IllegalStateException with what it said if it failed
     */
    public String run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-c", script));
        command.addAll(List.of(arguments));
        return python(command);
    }

    /** Returns what cfn-lint says of a template: nothing if it is clean. */
    public static String lint(String file) {
        String interpreter = PythonEnvironment.require()
                .interpreter()
                .resolveSibling("cfn-lint")
                .toString();
        return Shell.run(List.of(interpreter, "--format", "parseable", file))
                .orElseThrow(() -> new IllegalStateException("Cannot start cfn-lint"))
                .output()
                .strip();
    }

    private String python(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(PythonEnvironment.require().interpreter().toString()));
        command.addAll(arguments);
        Map<String, String> account = Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", Aws.ACCESS_KEY,
                "AWS_DEFAULT_REGION", Aws.REGION);
        Shell.Answer answer = Shell.run(command, account)
                .orElseThrow(() -> new IllegalStateException("Cannot start " + command.get(0)));
        if (answer.exit() != 0) {
            throw new IllegalStateException(
                    "Cannot run the script: " + answer.output().strip());
        }
        return answer.output();
    }
}
