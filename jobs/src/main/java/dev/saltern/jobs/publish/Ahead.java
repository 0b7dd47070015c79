/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import java.util.Collection;
import java.util.OptionalLong;

/** Tells a journal whose end was lost: the catalog names a version that it lacks. */
public final class Ahead {
    private Ahead() {}

    /** Returns the newest version that the partitions of a catalog name, or empty if none names one. */
    public static OptionalLong version(Collection<CatalogPartition> catalog) {
        return catalog.stream()
                .map(partition -> partition.parameters().get(CatalogPartition.VERSION))
                .filter(version -> version != null)
                .mapToLong(Long::parseLong)
                .max();
    }

    /**
     * Passes if the catalog names no version behind the last of the journal.
     *
     * @throws SalternException with {@link ExitCode#UNSOUND} if it does
     */
    public static void require(String table, long version, Collection<CatalogPartition> catalog) {
        OptionalLong newest = version(catalog);
        if (newest.isPresent() && newest.getAsLong() > version) {
            throw new SalternException(
                    ExitCode.UNSOUND,
                    "Cannot reconcile " + table + ": the catalog names version " + newest.getAsLong()
                            + ", but the journal ends at version " + version
                            + ". Restore the missing journal files; nothing was changed");
        }
    }
}
