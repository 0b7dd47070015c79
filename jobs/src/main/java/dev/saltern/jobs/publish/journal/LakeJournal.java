/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.run.Json;
import dev.saltern.jobs.publish.store.Creation;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A journal of documents in the lake, one per version: {@code _journal/<table>/v000000000042.json}. Other files in its folder mean
 * nothing.
 */
public final class LakeJournal implements Journal {
    private static final Pattern NAME = Pattern.compile("v([0-9]{12})\\.json");

    private final LakeStore store;

    /** Opens the journals of a lake. */
    public LakeJournal(LakeStore store) {
        this.store = store;
    }

    @Override
    public OptionalLong head(String table) {
        List<Long> versions = store.names(folder(table)).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.valueOf(name.group(1)))
                .sorted()
                .toList();
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i) != i + 1) {
                throw missing(table, i + 1L, "version " + versions.get(versions.size() - 1) + " exists");
            }
        }
        return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(versions.size());
    }

    @Override
    public JournalEntry load(String table, long version) {
        return find(table, version).orElseThrow(() -> missing(table, version, "it was asked for"));
    }

    @Override
    public Optional<JournalEntry> find(String table, long version) {
        String file = file(table, version);
        Optional<JournalEntry> entry = store.read(file)
                .map(json -> Json.read(json, JournalEntry.class, "journal entry " + store.location(file)));
        if (entry.isPresent() && entry.get().version() != version) {
            throw new SalternException(
                    ExitCode.UNSOUND,
                    "Cannot read journal entry " + store.location(file) + ": it holds version "
                            + entry.get().version());
        }
        return entry;
    }

    @Override
    public Creation append(String table, JournalEntry entry) {
        long head = head(table).orElse(0);
        if (entry.version() > head + 1) {
            throw missing(table, head + 1, "version " + entry.version() + " was to follow it");
        }
        return store.create(file(table, entry.version()), Json.write(entry));
    }

    private static String folder(String table) {
        return "_journal/" + table;
    }

    private static String file(String table, long version) {
        return folder(table) + String.format(Locale.ROOT, "/v%012d.json", version);
    }

    private SalternException missing(String table, long version, String reason) {
        return new SalternException(
                ExitCode.UNSOUND,
                "Cannot read journal of " + table + ": " + store.location(file(table, version)) + " is missing, and "
                        + reason + ". Restore that file from a backup; nothing was changed");
    }
}
