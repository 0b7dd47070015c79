/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tasks of a machine call. */
public interface TaskService {
    /**
     * Carries out an action and returns its answer: objects as maps, arrays as lists.
     *
     * @param resource the ARN of the integration
     * @throws TaskFailure if it fails
     */
    @Nullable
    Object call(String resource, Map<String, Object> arguments);
}
