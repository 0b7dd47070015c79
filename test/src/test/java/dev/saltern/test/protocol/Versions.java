/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Inputs that follow each other: each version has other rows, another number of them, and rows on each of the days. */
final class Versions {
    private static final List<String> DAYS = List.of("2026-01-30", "2026-01-31", "2026-02-01");

    private Versions() {}

    /** Returns the run that makes a version, from 1. */
    static Day of(int version) {
        String[] days = DAYS.stream()
                .map(day -> day + ": " + String.join(" ", rows(version, day)))
                .toArray(String[]::new);
        return Day.of(2 * version, DAYS.get(0), DAYS.get(DAYS.size() - 1), "version " + version, days);
    }

    /** Returns what a reader must not see, in one line; empty if each day is that of one version between two. */
    static List<String> wrong(Map<String, List<String>> seen, int from, int to) {
        List<String> wrong = new ArrayList<>();
        for (String day : DAYS) {
            List<String> rows = seen.getOrDefault(day, List.of());
            boolean isWhole = false;
            for (int version = from; version <= to; version++) {
                isWhole |= rows.equals(rows(version, day));
            }
            if (!isWhole) {
                wrong.add("I4: a reader finds " + rows + " on " + day + " between versions " + from + " and " + to);
            }
        }
        return wrong;
    }

    private static List<String> rows(int version, String day) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1 + (version + DAYS.indexOf(day)) % 4; i++) {
            rows.add("v" + version + "-" + i);
        }
        return rows;
    }
}
