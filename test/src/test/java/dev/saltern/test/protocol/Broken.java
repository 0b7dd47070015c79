/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Json;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.Creation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Publishers that leave out one thing, made of the real one and a layer that hides it. */
final class Broken {
    private Broken() {}

    /** Takes no answer for a yes. */
    static Stores believingJournal(Stores stores) {
        return with(stores, (table, entry) -> {
            Creation creation = stores.journal().append(table, entry);
            return creation == Creation.UNKNOWN ? Creation.CREATED : creation;
        });
    }

    /** Takes no answer, and its own work, for another run's; and removes the files that seem to be of no use. */
    static Stores tidyLoser(Stores stores) {
        return with(stores, (table, entry) -> {
            if (stores.journal().append(table, entry) == Creation.CREATED) {
                return Creation.CREATED;
            }
            new RunFolder(stores.lake(), table, new RunId(entry.runId())).remove("at once");
            throw new SalternException(ExitCode.CONFLICT, "Cannot publish: another run was first");
        });
    }

    /** Has no journal but a file that says what is live: whoever writes it last wins. */
    static Stores withoutJournal(Stores stores) {
        return with(stores, (table, entry) -> {
            String file = String.format(Locale.ROOT, "_journal/%s/v%012d.json", table, entry.version());
            stores.lake().replace(file, Json.write(entry));
            return Creation.CREATED;
        });
    }

    /** Takes what it asked of the catalog for what the catalog says, and what it sealed for what readers find. */
    static Stores believingCatalog(Stores stores) {
        return new Stores(
                stores.lake(),
                stores.journal(),
                new Believing(stores.catalog()),
                stores.data(),
                (table, partitions) -> sealedRows(stores.journal(), table));
    }

    private static Map<Map<String, String>, Long> sealedRows(Journal journal, TableSpec table) {
        Map<Map<String, String>, Long> rows = new LinkedHashMap<>();
        journal.load(table.table(), journal.head(table.table()).orElseThrow())
                .projection()
                .forEach(state -> rows.put(state.values(), state.rows()));
        return rows;
    }

    private static Stores with(Stores stores, Append append) {
        return new Stores(
                stores.lake(), new Layer(stores.journal(), append), stores.catalog(), stores.data(), stores.rows());
    }

    private interface Append {
        Creation append(String table, JournalEntry entry);
    }

    private record Layer(Journal below, Append append) implements Journal {
        @Override
        public OptionalLong head(String table) {
            return below.head(table);
        }

        @Override
        public JournalEntry load(String table, long version) {
            return below.load(table, version);
        }

        @Override
        public Optional<JournalEntry> find(String table, long version) {
            return below.find(table, version);
        }

        @Override
        public Creation append(String table, JournalEntry entry) {
            return append.append(table, entry);
        }
    }

    private static final class Believing implements Catalog {
        private final Catalog below;
        private final Map<Map<String, String>, CatalogPartition> believed = new LinkedHashMap<>();
        private boolean hasAsked;

        Believing(Catalog below) {
            this.below = below;
        }

        @Override
        public Optional<KnownTable> find(TableSpec table) {
            return below.find(table);
        }

        @Override
        public void ensureTable(TableSpec table, String location) {
            below.ensureTable(table, location);
        }

        @Override
        public Map<Map<String, String>, CatalogPartition> partitions(TableSpec table) {
            if (!hasAsked) {
                believed.putAll(below.partitions(table));
            }
            return believed;
        }

        @Override
        public List<Refusal> apply(TableSpec table, CatalogBatch batch) {
            hasAsked = true;
            batch.creates().forEach(partition -> believed.put(partition.values(), partition));
            batch.updates().forEach(partition -> believed.put(partition.values(), partition));
            batch.drops().forEach(believed::remove);
            return below.apply(table, batch);
        }
    }
}
