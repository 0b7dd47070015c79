/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import dev.saltern.jobs.publish.store.Creation;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The truth about what is published: for each table, versions 1, 2, 3 and so on, each written once and never changed.
 *
 * <p>Appending is the only atomic step of a publish; everything that follows can be repeated from here. Implementations are thread-safe.
 */
public interface Journal {
    /**
     * Returns the newest version of a table, or empty if nothing was ever published.
     *
     * @throws dev.saltern.conf.SalternException with {@link dev.saltern.conf.ExitCode#UNSOUND} if a version is missing below it
     */
    OptionalLong head(String table);

    /**
     * Returns one version of a table.
     *
     * @throws dev.saltern.conf.SalternException with {@link dev.saltern.conf.ExitCode#UNSOUND} if it is missing or not what was written
     */
    JournalEntry load(String table, long version);

    /**
     * Returns one version of a table, or empty if there is none of that number.
     *
     * @throws dev.saltern.conf.SalternException with {@link dev.saltern.conf.ExitCode#UNSOUND} if it is not what was written
     */
    Optional<JournalEntry> find(String table, long version);

    /**
     * Adds the entry as the version that it names, whole or not at all.
     *
     * @return {@code TAKEN} if that version exists already, which may be the caller's own work; {@code UNKNOWN} if no answer came. The
     *     caller finds out by {@link #find} in both cases
     * @throws dev.saltern.conf.SalternException if the version before it is missing, or it was refused and will not come into being
     */
    Creation append(String table, JournalEntry entry);
}
