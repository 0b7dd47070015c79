/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.retention;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partition and the days that it holds.
 *
 * @param values the value of each partition column
 * @param first its first day
 * @param last its last day
 */
record DatedPartition(Map<String, String> values, LocalDate first, LocalDate last) {
    private static final int MONTH = 1;
    private static final int DAY = 2;

    /** Returns the partition, or empty if its values name no period of the grain. */
    static Optional<DatedPartition> of(Partitioning partitioning, Map<String, String> values) {
        List<String> columns = partitioning.columns();
        List<String> parts = columns.size() == 1
                ? List.of(values.getOrDefault(columns.get(0), "").split("-", -1))
                : columns.stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .toList();
        Grain grain = partitioning.grain();
        if (parts.size() != grain.calendarFields() || parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.of(Integer.parseInt(parts.get(0)), part(parts, MONTH), part(parts, DAY));
            return Optional.of(
                    new DatedPartition(values, first, grain.next(first).minusDays(1)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(List<String> parts, int zeroBasedIndex) {
        return zeroBasedIndex < parts.size() ? Integer.parseInt(parts.get(zeroBasedIndex)) : 1;
    }
}
