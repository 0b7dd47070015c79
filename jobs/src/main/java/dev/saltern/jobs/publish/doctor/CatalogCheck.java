/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import dev.saltern.jobs.publish.Ahead;
import dev.saltern.jobs.publish.LostEnd;
import dev.saltern.jobs.publish.Projection;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.PartitionDays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds what the catalog says against the newest entry of the journal. */
final class CatalogCheck {
    private static final String REPAIR = "saltern doctor --repair makes the catalog say what the journal says";

    private final Stores stores;

    CatalogCheck(Stores stores) {
        this.stores = stores;
    }

    List<Finding> findings(TableSpec table, JournalEntry newest) {
        if (stores.catalog().find(table).isEmpty()) {
            return List.of(finding(
                    table,
                    Finding.Kind.CATALOG_BEHIND,
                    "the catalog does not know the table, the journal has version " + newest.version()));
        }
        Map<Map<String, String>, CatalogPartition> found = stores.catalog().partitions(table);
        Optional<Finding> ahead = ahead(table, found.values(), newest.version());
        if (ahead.isPresent()) {
            return List.of(ahead.get());
        }
        return differences(table, found, new Projection(newest, stores.lake()).missingFrom(found));
    }

    /** Returns the finding that a catalog names a version of which the journal has nothing at all any more; empty if it names none. */
    Optional<Finding> lostJournal(TableSpec table) {
        return ahead(table, stores.catalog().partitions(table).values(), 0);
    }

    private Optional<Finding> ahead(TableSpec table, Collection<CatalogPartition> found, long version) {
        OptionalLong ahead = Ahead.version(found);
        return ahead.isEmpty() || ahead.getAsLong() <= version
                ? Optional.empty()
                : Optional.of(new Finding(
                        table.table(),
                        Finding.Kind.CATALOG_AHEAD,
                        "the catalog names version " + ahead.getAsLong() + ", the journal "
                                + (version == 0 ? "has none" : "ends at " + version),
                        new LostEnd(stores.lake(), stores.journal()).advice(table.table())));
    }

    private List<Finding> differences(
            TableSpec table, Map<Map<String, String>, CatalogPartition> found, CatalogBatch missing) {
        List<Finding> findings = new ArrayList<>();
        missing.creates()
                .forEach(wanted -> findings.add(
                        finding(table, Finding.Kind.CATALOG_BEHIND, name(wanted.values()) + " is not in the catalog")));
        missing.updates().forEach(wanted -> findings.add(difference(table, wanted, found)));
        missing.drops().forEach(values -> findings.add(extra(table, values, found)));
        return findings;
    }

    private Finding difference(
            TableSpec table, CatalogPartition wanted, Map<Map<String, String>, CatalogPartition> all) {
        CatalogPartition found = all.getOrDefault(wanted.values(), wanted);
        if (found.location().equals(wanted.location())) {
            return finding(
                    table,
                    Finding.Kind.CATALOG_BEHIND,
                    name(wanted.values()) + " has other parameters in the catalog than in the journal");
        }
        return finding(
                table,
                kind(table, found),
                name(wanted.values()) + " sends readers to " + found.location() + ", the journal to "
                        + wanted.location());
    }

    private Finding extra(TableSpec table, Map<String, String> values, Map<Map<String, String>, CatalogPartition> all) {
        CatalogPartition found = all.getOrDefault(values, new CatalogPartition(values, "", Map.of()));
        return finding(
                table,
                kind(table, found),
                name(values) + " is in the catalog (" + found.location() + ") and not in the journal");
    }

    private Finding.Kind kind(TableSpec table, CatalogPartition found) {
        String runs = stores.lake().location(Lake.runsPath(table.table())) + "/";
        return found.location().startsWith(runs) ? Finding.Kind.CATALOG_BEHIND : Finding.Kind.FOREIGN_LOCATION;
    }

    private static Finding finding(TableSpec table, Finding.Kind kind, String text) {
        return new Finding(table.table(), kind, text, REPAIR);
    }

    private static String name(Map<String, String> values) {
        return values.isEmpty() ? "the table" : PartitionDays.text(values);
    }
}
