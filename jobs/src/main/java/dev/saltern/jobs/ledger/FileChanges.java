/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

import dev.saltern.jobs.publish.run.InputFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the files of periods differ from those that their live rows came from. */
final class FileChanges {
    private static final int MAX_NAMES = 3;

    private final Set<String> periods;
    private final Map<Reason.Kind, Map<String, Set<String>>> found = new EnumMap<>(Reason.Kind.class);

    private FileChanges(Set<String> periods) {
        this.periods = periods;
    }

    /**
     * Returns the differences, by what they mean for the periods.
     *
     * @param before what the live runs have read for the periods
     * @param now what a run would read
     * @param periods the first days of the periods
     */
    static List<Reason> between(Collection<InputFile> before, Collection<InputFile> now, Set<String> periods) {
        FileChanges changes = new FileChanges(periods);
        Map<String, InputFile> old = byPath(before);
        Map<String, InputFile> young = byPath(now);
        young.forEach((path, file) -> {
            InputFile known = old.remove(path);
            if (known == null) {
                changes.add(file, "added");
            } else if (!known.content().equals(file.content())) {
                changes.add(file, "replaced");
            }
        });
        old.values().forEach(file -> changes.add(file, "removed"));
        return changes.reasons();
    }

    private static Map<String, InputFile> byPath(Collection<InputFile> files) {
        Map<String, InputFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }

    private void add(InputFile file, String verb) {
        String period = file.period();
        Reason.Kind kind =
                period == null ? Reason.Kind.SHARED : periods.contains(period) ? Reason.Kind.FILES : Reason.Kind.LATE;
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        found.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                .computeIfAbsent(verb, key -> new TreeSet<>())
                .add(kind == Reason.Kind.LATE ? name + " of " + period : name);
    }

    private List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        found.forEach((kind, verbs) -> {
            List<String> texts = new ArrayList<>();
            verbs.forEach((verb, names) -> texts.add(names(names) + " " + verb));
            String lead = switch (kind) {
                case LATE -> "late rows: ";
                case SHARED -> "file of every day: ";
                default -> "";
            };
            reasons.add(new Reason(kind, lead + String.join(", ", texts)));
        });
        return reasons;
    }

    private static String names(Set<String> names) {
        String some = String.join(", ", names.stream().limit(MAX_NAMES).toList());
        return names.size() <= MAX_NAMES ? some : some + " and " + (names.size() - MAX_NAMES) + " more";
    }
}
