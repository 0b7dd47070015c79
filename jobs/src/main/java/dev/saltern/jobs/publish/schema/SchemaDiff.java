/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import java.util.ArrayList;
import java.util.List;

/** Tells of changed columns. */
final class SchemaDiff {
    private SchemaDiff() {}

    /**
     * Returns the changes, old type before new one; a column that is gone beside a new one like it is most likely renamed.
     *
     * @param told the changes to tell
     * @param all those and the others, among which the new names are looked for
     */
    static String text(List<ColumnChange> told, List<ColumnChange> all) {
        List<String> lines = new ArrayList<>();
        for (ColumnChange change : told) {
            String renamed = all.stream()
                    .filter(change::mayBeRenamedTo)
                    .findFirst()
                    .map(added -> ", most likely renamed to `" + added.path() + "` (same type, same place)")
                    .orElse("");
            lines.add(change + renamed);
        }
        all.stream()
                .filter(change ->
                        change.before() == null && told.stream().noneMatch(gone -> gone.mayBeRenamedTo(change)))
                .forEach(change -> lines.add(change.toString()));
        return String.join("; ", lines);
    }
}
