/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.run.Json;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.WriteOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A journal of files on the local file system, one per version: {@code v000000000042.json}. Other files in its folder mean nothing. */
public final class FileJournal implements Journal {
    private static final Pattern NAME = Pattern.compile("v([0-9]{12})\\.json");

    private final Path root;

    /**
     * Opens the journals of a lake.
     *
     * @throws SalternException with {@link ExitCode#INVALID_CONFIGURATION} if the lake is not on the local file system
     */
    public FileJournal(Lake lake) {
        this.root = lake.localRoot()
                .orElseThrow(() -> new SalternException(
                        ExitCode.INVALID_CONFIGURATION,
                        "Cannot keep a journal on " + lake.root()
                                + ": it needs the local file system. Choose a lake on a local path"));
    }

    @Override
    public OptionalLong head(String table) {
        List<Long> versions = versions(table);
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i) != i + 1) {
                throw missing(table, i + 1L, "version " + versions.get(versions.size() - 1) + " exists");
            }
        }
        return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(versions.size());
    }

    @Override
    public JournalEntry load(String table, long version) {
        Path file = file(table, version);
        JournalEntry entry;
        try {
            entry = Json.read(Files.readAllBytes(file), JournalEntry.class, "journal entry " + file);
        } catch (NoSuchFileException e) {
            throw missing(table, version, "it was asked for");
        } catch (IOException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot read journal entry " + file + ": " + e.getMessage(), e);
        }
        if (entry.version() != version) {
            throw new SalternException(
                    ExitCode.INTERNAL, "Cannot read journal entry " + file + ": it holds version " + entry.version());
        }
        return entry;
    }

    @Override
    public boolean append(String table, JournalEntry entry) {
        long head = head(table).orElse(0);
        if (entry.version() > head + 1) {
            throw missing(table, head + 1, "version " + entry.version() + " was to follow it");
        }
        Path file = file(table, entry.version());
        try {
            return WriteOnce.create(file, Json.write(entry));
        } catch (IOException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot write journal entry " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Long> versions(String table) {
        Path folder = folder(table);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot list journal " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path folder(String table) {
        return root.resolve("_journal").resolve(table);
    }

    private Path file(String table, long version) {
        return folder(table).resolve(String.format(Locale.ROOT, "v%012d.json", version));
    }

    private SalternException missing(String table, long version, String reason) {
        return new SalternException(
                ExitCode.INTERNAL,
                "Cannot read journal of " + table + ": " + file(table, version) + " is missing, and " + reason
                        + ". Restore that file from a backup; nothing was changed");
    }
}
