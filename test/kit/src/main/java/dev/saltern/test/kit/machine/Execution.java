/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param status {@code SUCCEEDED} or {@code FAILED}
 * @param output what it returned, or null
 * @param error the error's name, or the empty text
 * @param cause why, or the empty text
 * @param visited the states in the order in which they were entered
 */
public record Execution(String status, @Nullable Object output, String error, String cause, List<String> visited) {
    public Execution {
        visited = List.copyOf(visited);
    }
}
