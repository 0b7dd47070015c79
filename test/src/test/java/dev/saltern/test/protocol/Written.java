/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Json;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of a world, read once each. */
final class Written {
    private static final Map<String, Object> READ = new HashMap<>();

    private final World world;

    Written(World world) {
        this.world = world;
    }

    /** Returns the entries of the journal, the oldest first, with holes left out. */
    List<JournalEntry> journal() {
        return world.below("_journal/" + Desk.TABLE.table() + "/").values().stream()
                .map(json -> parse(json, JournalEntry.class))
                .toList();
    }

    Optional<JournalEntry> newest() {
        List<JournalEntry> entries = journal();
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    Optional<Manifest> manifest(String run) {
        return document(run, RunFolder.MANIFEST, Manifest.class);
    }

    boolean hasPassed(String run) {
        return document(run, RunFolder.AUDIT, Audit.class).map(Audit::hasPassed).orElse(false);
    }

    private <T> Optional<T> document(String run, String name, Class<T> type) {
        return world.read(Lake.runsPath(Desk.TABLE.table()) + "/" + run + "/" + name)
                .map(json -> parse(json, type));
    }

    /** Returns the run in whose folder a path lies, or the empty text. */
    static String run(String path) {
        String prefix = Lake.runsPath(Desk.TABLE.table()) + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()).split("/", 2)[0] : "";
    }

    private static <T> T parse(String json, Class<T> type) {
        return type.cast(READ.computeIfAbsent(
                json, text -> Json.read(text.getBytes(StandardCharsets.UTF_8), type, "a document")));
    }
}
