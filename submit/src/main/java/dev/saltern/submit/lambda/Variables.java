/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.aws.RealPace;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * What the stack tells a function.
 *
 * @param values by name
 */
record Variables(Map<String, String> values) {
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    Variables {
        values = Map.copyOf(values);
    }

    String require(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("Missing required " + name + " in the function's environment");
        }
        return value;
    }

    /** Returns the services of the region that the function runs in. */
    Aws aws(Clock clock) {
        boolean ownEndpoint = System.getProperty("aws.endpointUrl") != null;
        return new Aws(
                values.getOrDefault("AWS_REGION", "us-east-1"),
                Patience.ofLauncher(new RealPace(clock), FIRST_WAIT),
                ownEndpoint);
    }
}
