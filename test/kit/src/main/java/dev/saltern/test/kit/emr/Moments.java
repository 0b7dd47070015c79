/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as the JSON protocol has them: seconds since the epoch, with a fraction. */
final class Moments {
    private Moments() {}

    static BigDecimal seconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), 3);
    }

    static Instant instant(JsonNode seconds) {
        return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
    }

    /** Adds the timeline of a status. */
    static void timeline(
            ObjectNode status, Instant created, String readyKey, @Nullable Instant ready, @Nullable Instant ended) {
        ObjectNode timeline = status.putObject("Timeline").put("CreationDateTime", seconds(created));
        if (ready != null) {
            timeline.put(readyKey, seconds(ready));
        }
        if (ended != null) {
            timeline.put("EndDateTime", seconds(ended));
        }
    }
}
