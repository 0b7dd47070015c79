/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

/**
 * A column in which a file differs from the schema.
 *
 * @param path of the file
 * @param kind which way it differs
 * @param column its name; a path such as {@code meta.battery} for a field
 */
public record Drift(String path, Kind kind, String column) {
    /** Which way a file differs from the schema. */
    public enum Kind {
        /** The file has a column that the schema does not name. */
        UNKNOWN,
        /** The file lacks a column of the schema. */
        MISSING
    }
}
