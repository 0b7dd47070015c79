/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A partition that a catalog did not change when it was asked to.
 *
 * @param values the values of the partition
 * @param reason what the catalog said, with its code
 */
public record Refusal(Map<String, String> values, String reason) {
    public Refusal {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
        return values + ": " + reason;
    }
}
