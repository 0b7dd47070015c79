/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import dev.saltern.jobs.publish.lease.Lease;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the small files that killed processes left beside the runs. */
public final class Leftovers {
    private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");
    /** Temporary files lie beside documents, and those lie in these folders. */
    private static final List<String> FOLDERS = List.of("_journal", "_leases", "_runs");

    private final LakeStore store;
    private final Leases leases;

    /** Opens a lake. */
    public Leftovers(LakeStore store, Leases leases) {
        this.store = store;
        this.leases = leases;
    }

    /** Returns what is older than a moment: temporary files of documents that were never finished, and leases that have expired. */
    public List<GcReport.Leftover> of(String table, Instant before) {
        List<GcReport.Leftover> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            store.files(folder + "/" + table).stream()
                    .filter(file -> isTemporary(file.name()) && isOlder(file, before))
                    .forEach(file ->
                            found.add(new GcReport.Leftover(file.path(), "unfinished document", 1, file.size())));
        }
        for (Lease lease : leases.all(table)) {
            if (lease.expires().isBefore(before)) {
                found.add(new GcReport.Leftover(
                        "_leases/" + table + "/" + lease.runId() + ".json", "lease of a run that died", 1, 0));
            }
        }
        return found;
    }

    /** A temporary file exists on file systems alone, where the version of a file is the time when it was changed. */
    private static boolean isOlder(StoredFile file, Instant before) {
        return MILLIS.matcher(file.version()).matches()
                && Instant.ofEpochMilli(Long.parseLong(file.version())).isBefore(before);
    }

    private static boolean isTemporary(String name) {
        return name.startsWith(".") && name.endsWith(".tmp");
    }
}
