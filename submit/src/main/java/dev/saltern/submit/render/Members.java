/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON in the order in which they are written. */
public final class Members {
    private Members() {}

    /** Returns an object of names and values in turn. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }
}
