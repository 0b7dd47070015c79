/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to go wrong. Not thread-safe: the server asks it for one request at a time. */
final class GlueScript {
    private final Map<String, Integer> throttled = new HashMap<>();
    private final Map<String, Integer> lost = new HashMap<>();
    private final Map<String, Integer> interfered = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private int pageSize = Integer.MAX_VALUE;
    private boolean leaves;
    private boolean hasGivenEmptyPage;

    void throttle(String operation, int times) {
        throttled.put(operation, times);
    }

    void lose(String operation, int times) {
        lost.put(operation, times);
    }

    void refuse(String operation, String value, String code, int times) {
        refused.put(operation + value, times);
        codes.put(operation + value, code);
    }

    void shortPages(int size) {
        pageSize = size;
    }

    void interfere(String table, int times) {
        interfered.put(table, times);
    }

    boolean isInterfered(String table) {
        return isDue(interfered, table);
    }

    void leaveKeys() {
        leaves = true;
    }

    boolean isThrottled(String operation) {
        return isDue(throttled, operation);
    }

    boolean isLost(String operation) {
        return isDue(lost, operation);
    }

    /** Returns how many partitions a page has; the first of short pages is empty, which is no sign of the end. */
    int page(int max, int from) {
        boolean isShort = pageSize < max;
        if (isShort && from == 0 && !hasGivenEmptyPage) {
            hasGivenEmptyPage = true;
            return 0;
        }
        hasGivenEmptyPage = false;
        return Math.min(max, pageSize);
    }

    /** Returns how many keys of a batch are looked at. */
    int processed(int keys) {
        return leaves ? (keys + 1) / 2 : keys;
    }

    void refuse(String operation, List<String> values) {
        String key = operation + String.join("/", values);
        if (isDue(refused, key)) {
            throw new GlueFault(codes.getOrDefault(key, ""), "As the script says");
        }
    }

    private static boolean isDue(Map<String, Integer> left, String key) {
        int times = left.getOrDefault(key, 0);
        left.put(key, Math.max(0, times - 1));
        return times > 0;
    }
}
