/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.time.Instant;

/**
 * One line of the readings.
 *
 * @param sensor 1-based
 * @param hundredths the value in hundredths of the metric's unit
 * @param batteryHundredths in hundredths of a volt
 */
record Reading(
        int sensor,
        Instant timestamp,
        Instant receivedAt,
        Metric metric,
        long hundredths,
        String firmware,
        long batteryHundredths) {
    /** Returns the sensor's id, such as {@code s-0001}. */
    static String sensorId(int sensor) {
        String digits = Integer.toString(sensor);
        return "s-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** Returns the reading as it was sent once more: later, with another value. */
    Reading resent(Instant later, long correction) {
        return new Reading(sensor, timestamp, later, metric, hundredths + correction, firmware, batteryHundredths);
    }

    /** Returns the reading with another timestamp. */
    Reading at(Instant other) {
        return new Reading(sensor, other, receivedAt, metric, hundredths, firmware, batteryHundredths);
    }

    String json() {
        return json("\"sensor_id\":\"" + sensorId(sensor) + "\",", decimal(hundredths));
    }

    /** Returns the line with another value, which is JSON text. */
    String jsonWithValue(String value) {
        return json("\"sensor_id\":\"" + sensorId(sensor) + "\",", value);
    }

    /** Returns the line with another first member, which is JSON text with a comma at its end, or empty. */
    String jsonWithSensor(String member) {
        return json(member, decimal(hundredths));
    }

    private String json(String sensorMember, String value) {
        return "{" + sensorMember + "\"ts\":\"" + timestamp + "\",\"received_at\":\"" + receivedAt
                + "\",\"metric\":\"" + metric.key() + "\",\"value\":" + value + ",\"meta\":{\"firmware\":\"" + firmware
                + "\",\"battery\":" + decimal(batteryHundredths) + "}}";
    }

    private static String decimal(long hundredths) {
        long size = Math.abs(hundredths);
        String fraction = size % 100 < 10 ? ".0" : ".";
        return (hundredths < 0 ? "-" : "") + size / 100 + fraction + size % 100;
    }
}
