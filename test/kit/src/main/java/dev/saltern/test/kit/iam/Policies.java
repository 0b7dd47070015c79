/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as maps and lists. */
final class Policies {
    private Policies() {}

    static List<Map<String, Object>> statements(Object document) {
        return list(object(document).getOrDefault("Statement", List.of())).stream()
                .map(Policies::object)
                .toList();
    }

    /** Returns what stands there as a list: one value may stand for a list of it. */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    static Map<String, Object> object(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }
}
