/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.util.List;
import java.util.Locale;

/** What a sensor measures: a daily sinus around a mean, in hundredths of the unit. */
enum Metric {
    /** In degrees Celsius. */
    TEMPERATURE(15, 8, 2, "999.9"),
    /** In percent. */
    HUMIDITY(55, -20, 10, "999.9"),
    /** In hectopascal, where 999.9 is good weather. */
    PRESSURE(1013, 3, 1.5, "9999.9");

    static final List<Metric> ALL = List.of(values());

    private final double mean;
    private final double swing;
    private final double spread;
    private final String impossible;

    Metric(double mean, double swing, double spread, String impossible) {
        this.mean = mean;
        this.swing = swing;
        this.spread = spread;
        this.impossible = impossible;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a value as text that no sensor measures. */
    String impossible() {
        return impossible;
    }

    /**
     * Returns a value in hundredths of the unit.
     *
     * @param dayShare how much of the day has gone, in [0, 1); the swing is greatest at 15:00
     * @param offset what sets the sensor apart from the others, in (-1, 1), in units of the spread
     * @param noise what sets the reading apart, in (-1, 1), in units of the spread
     */
    long hundredths(double dayShare, double offset, double noise) {
        double wave = StrictMath.sin(2 * Math.PI * (dayShare - 0.375));
        return Math.round((mean + swing * wave + spread * (offset + noise)) * 100);
    }
}
