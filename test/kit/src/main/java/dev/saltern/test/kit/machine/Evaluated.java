/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a task as its service gets them.
 *
 * @param variables what the machine knows at that moment
 */
public record Evaluated(Map<String, Object> variables) {
    public Evaluated {
        variables = Map.copyOf(variables);
    }

    /** Returns the value with every expression in it evaluated. */
    @Nullable
    public Object value(Object template) {
        return new Expressions(variables, Map.of()).value(template);
    }
}
