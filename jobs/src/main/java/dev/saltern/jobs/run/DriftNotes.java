/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.stage.Drift;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files that differ from the schema, one sentence per column: a column that is new in a thousand files is one thing to know. */
final class DriftNotes {
    private DriftNotes() {}

    static List<String> of(String source, List<Drift> drifts) {
        Map<String, List<Drift>> byColumn = drifts.stream()
                .collect(Collectors.groupingBy(
                        drift -> drift.kind() + " " + drift.column(), TreeMap::new, Collectors.toList()));
        return byColumn.values().stream().map(same -> note(source, same)).toList();
    }

    private static String note(String source, List<Drift> same) {
        Drift first = same.get(0);
        String files = same.size() == 1 ? first.path() : same.size() + " files, such as " + first.path();
        return switch (first.kind()) {
            case UNKNOWN ->
                source + ": column '" + first.column() + "' is not in the schema and was left out (" + files + ")";
            case MISSING ->
                source + ": column '" + first.column() + "' is missing and was read as NULL (" + files + ")";
        };
    }
}
