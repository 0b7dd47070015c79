/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.stage.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that differ from the schema, one sentence per column: a column that is new in a thousand files is one thing to know. Many columns
 * are one sentence together.
 */
final class DriftNotes {
    private static final int MAX_SENTENCES = 5;
    private static final int MAX_NAMES = 20;

    private DriftNotes() {}

    static List<String> of(String source, List<Drift> drifts) {
        Map<Drift.Kind, Map<String, List<Drift>>> byKind = drifts.stream()
                .collect(Collectors.groupingBy(
                        Drift::kind,
                        TreeMap::new,
                        Collectors.groupingBy(Drift::column, TreeMap::new, Collectors.toList())));
        List<String> notes = new ArrayList<>();
        byKind.forEach((kind, byColumn) -> {
            if (byColumn.size() <= MAX_SENTENCES) {
                byColumn.forEach((column, same) ->
                        notes.add(source + ": column '" + column + "' is " + fate(kind) + " (" + files(same) + ")"));
            } else {
                List<Drift> all =
                        byColumn.values().stream().flatMap(List::stream).toList();
                String more = byColumn.size() > MAX_NAMES ? " and " + (byColumn.size() - MAX_NAMES) + " more" : "";
                notes.add(source + ": " + byColumn.size() + " columns are "
                        + fate(kind).replace("was", "were") + ": "
                        + byColumn.keySet().stream().limit(MAX_NAMES).collect(Collectors.joining(", ")) + more + " ("
                        + files(all) + ")");
            }
        });
        return notes;
    }

    private static String fate(Drift.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> "not in the schema and was left out";
            case MISSING -> "missing and was read as NULL";
        };
    }

    private static String files(List<Drift> drifts) {
        List<String> paths =
                drifts.stream().map(Drift::path).distinct().sorted().toList();
        return paths.size() == 1 ? paths.get(0) : paths.size() + " files, such as " + paths.get(0);
    }
}
