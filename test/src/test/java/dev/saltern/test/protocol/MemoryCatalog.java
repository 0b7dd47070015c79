/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.test.protocol.Operation.Effect;
import dev.saltern.test.protocol.Operation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The catalog of a world, as one process reaches it. Like Glue it has no compare-and-set, and does what is asked entry by entry. */
final class MemoryCatalog implements Catalog {
    private final Calls calls;

    MemoryCatalog(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<KnownTable> find(TableSpec table) {
        // The columns never change here: whether the table is known yet makes no difference to the answer's use.
        return calls.call(Operation.reading(Kind.CATALOG_READ, "table", true, world -> Optional.empty()));
    }

    @Override
    public void ensureTable(TableSpec table, String location) {
        calls.call(Operation.writing(
                Kind.CATALOG_TABLE,
                "table",
                false,
                world -> new Effect(world.hasTable() ? world : world.withCatalog(Map.of()), ""),
                null));
    }

    @Override
    public Map<Map<String, String>, CatalogPartition> partitions(TableSpec table) {
        return calls.call(Operation.reading(Kind.CATALOG_READ, "partitions", false, World::catalog));
    }

    @Override
    public List<Refusal> apply(TableSpec table, CatalogBatch batch) {
        List<Entry> entries = new ArrayList<>();
        batch.creates()
                .forEach(partition -> entries.add(new Entry(partition.values(), catalog -> {
                    catalog.putIfAbsent(partition.values(), partition);
                })));
        batch.updates()
                .forEach(partition -> entries.add(new Entry(partition.values(), catalog -> {
                    catalog.replace(partition.values(), partition);
                })));
        batch.drops()
                .forEach(values -> entries.add(new Entry(values, catalog -> {
                    catalog.remove(values);
                })));
        List<Function<World, Effect>> partial = new ArrayList<>();
        for (int kept = 0; kept < entries.size() && entries.size() > 1; kept++) {
            List<Entry> done = entries.subList(kept, kept + 1);
            List<Refusal> refused = refusals(
                    entries.stream().filter(entry -> !done.contains(entry)).toList());
            partial.add(world -> change(world, done, refused));
        }
        if (entries.size() > 10) {
            List<Entry> done = new ArrayList<>(entries);
            done.removeAll(List.of(entries.get(1), entries.get(entries.size() / 2), entries.get(entries.size() - 1)));
            List<Entry> left = new ArrayList<>(entries);
            left.removeAll(done);
            partial.clear();
            partial.add(world -> change(world, done, refusals(left)));
        }
        return calls.call(Operation.writing(
                        Kind.CATALOG_CHANGE,
                        describe(batch),
                        false,
                        world -> change(world, entries, List.of()),
                        refusals(entries))
                .orPartly(partial));
    }

    private interface Step {
        void on(Map<Map<String, String>, CatalogPartition> catalog);
    }

    private record Entry(Map<String, String> values, Step step) {}

    private static Effect change(World world, List<Entry> entries, List<Refusal> refusals) {
        Map<Map<String, String>, CatalogPartition> catalog = new LinkedHashMap<>(world.catalog());
        entries.forEach(entry -> entry.step().on(catalog));
        return new Effect(world.withCatalog(catalog), refusals);
    }

    private static List<Refusal> refusals(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Refusal(entry.values(), "ThrottlingException: Rate exceeded"))
                .toList();
    }

    private static String describe(CatalogBatch batch) {
        StringBuilder text = new StringBuilder();
        batch.creates().forEach(each -> text.append('+').append(each.values()).append(run(each)));
        batch.updates().forEach(each -> text.append('~').append(each.values()).append(run(each)));
        batch.drops().forEach(each -> text.append('-').append(each));
        return text.toString();
    }

    private static String run(CatalogPartition partition) {
        return "@v" + partition.parameters().getOrDefault(CatalogPartition.VERSION, "?");
    }
}
