/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.ledger.InputLedger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The late rows that staging found: which file holds rows of which earlier periods. Not thread-safe. */
final class LateRows {
    private final Map<String, Map<String, Map<LocalDate, Long>>> bySource = new HashMap<>();

    /** Adds what was found in the files of a source. */
    void add(String source, Map<String, Map<LocalDate, Long>> byFile) {
        bySource.put(source, byFile);
    }

    /** Returns the first days of the earlier periods, in order, that the rows of a file belong to. */
    List<String> periods(String source, String path) {
        return bySource.getOrDefault(source, Map.of()).getOrDefault(path, Map.of()).keySet().stream()
                .sorted()
                .map(LocalDate::toString)
                .toList();
    }

    /** Returns a sentence for each period before the scope that has late rows and was never published. */
    List<String> unpublished(InputLedger ledger, Scope scope) {
        Map<String, Long> rows = new TreeMap<>();
        bySource.values().forEach(files -> byPeriod(files).forEach((day, count) -> rows.merge(day, count, Long::sum)));
        return rows.entrySet().stream()
                .filter(entry -> LocalDate.parse(entry.getKey()).isBefore(scope.from()))
                .filter(entry -> ledger.live(LocalDate.parse(entry.getKey())).isEmpty())
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%,d late rows belong to %s, which was never published: they come with its first run",
                        entry.getValue(),
                        entry.getKey()))
                .toList();
    }

    /** Returns how many rows of all files together belong to which earlier period. */
    static Map<String, Long> byPeriod(Map<String, Map<LocalDate, Long>> byFile) {
        Map<String, Long> rows = new TreeMap<>();
        byFile.values()
                .forEach(periods -> periods.forEach((day, count) -> rows.merge(day.toString(), count, Long::sum)));
        return rows;
    }
}
