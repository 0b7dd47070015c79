/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.math.BigDecimal;
import java.time.Instant;

/** A reading that is fit to be used, as plain Java sees it. */
record ReferenceReading(
        String sensor,
        Instant at,
        Instant received,
        String metric,
        BigDecimal value,
        String firmware,
        BigDecimal battery) {
    /** Returns what two deliveries of one reading have in common. */
    String identity() {
        return sensor + "|" + at + "|" + metric;
    }
}
