/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Environment;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what people call things. */
final class NameChecks {
    private static final Pattern TITLE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]*");

    private final Origins origins;
    private final Problems problems;

    NameChecks(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    void checkEnvironment(@Nullable Environment environment) {
        if (environment != null) {
            checkTitle("environment", environment.name());
            if (environment.variables().containsKey(EnvironmentLoader.LAKE)) {
                String path = "variables." + EnvironmentLoader.LAKE;
                problems.add(origins.of(path), "Invalid variable name: lake (must be given by the key lake)");
            }
        }
    }

    /** Checks the name of a pipeline or an environment. */
    void checkTitle(String path, String name) {
        check(path, name, TITLE, "lower-case letters, digits and hyphens, a letter first");
    }

    /** Checks the name of a view or a table. */
    void checkIdentifier(String path, String name) {
        check(path, name, IDENTIFIER, "lower-case letters, digits and '_', a letter first");
    }

    private void check(String path, String name, Pattern pattern, String range) {
        if (!problems.failed(path) && !pattern.matcher(name).matches()) {
            problems.add(origins.of(path), "Invalid name: " + name + " (must be " + range + ")");
        }
    }
}
