/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.Optional;

/** Checks patterns of dates and times before anything is read. */
public final class TimeFormats {
    private TimeFormats() {}

    /** Returns why the text is no pattern of {@link java.time.format.DateTimeFormatter}; empty if it is one. */
    public static Optional<String> problem(String pattern) {
        try {
            TimePatterns.formatter(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
