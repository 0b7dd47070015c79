/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where and under what a run was carried out.
 *
 * @param versions of the program and of what it stands on
 * @param machine what it ran on
 * @param environment the environment of the configuration folder
 * @param settings the settings of Spark in force
 */
public record Surroundings(
        Map<String, String> versions,
        Map<String, String> machine,
        Map<String, String> environment,
        Map<String, String> settings) {
    /** Puts names in order and hides the values of secrets. */
    public Surroundings {
        versions = masked(versions);
        machine = masked(machine);
        environment = masked(environment);
        settings = masked(settings);
    }

    private static Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>();
        values.forEach((name, value) -> masked.put(name, Secrets.masked(name, value)));
        return Collections.unmodifiableMap(masked);
    }
}
