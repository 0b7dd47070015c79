/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The partitions that a run replaces, declared before anything is read.
 *
 * @param text {@code 20260131}, {@code 20130301-20170228}, or {@code all} for a table without partitions
 * @param partitions the values of every claimed partition, in order; one empty map for a table without partitions
 */
public record Claim(String text, List<Map<String, String>> partitions) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    public Claim {
        partitions = partitions.stream().map(Claim::ordered).toList();
    }

    /** Returns what a run over the scope claims of a table that is cut in this way. */
    public static Claim of(Scope scope, Partitioning partitioning) {
        if (partitioning.grain() == Grain.NONE) {
            return new Claim("all", List.of(Map.of()));
        }
        String from = DAY.format(scope.from());
        String to = DAY.format(scope.to());
        return new Claim(
                from.equals(to) ? from : from + "-" + to,
                scope.periods(partitioning.grain()).stream()
                        .map(partitioning::values)
                        .toList());
    }

    /** Returns an unmodifiable copy that keeps the order of the columns. */
    static Map<String, String> ordered(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
