/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.test.protocol.Operation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Data files of a world: each line is a row. Readers ask the catalog first and open the files then. */
final class MemoryRows implements Rows {
    private final Calls calls;

    MemoryRows(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void write(String path, String content, boolean isLocal) {
        calls.call(Operation.writing(
                Kind.DATA_WRITE, path, isLocal, world -> new Operation.Effect(world.with(path, content), ""), null));
    }

    @Override
    public List<Footer> footers(List<StoredFile> files) {
        return calls.call(Operation.reading(
                Kind.DATA_READ,
                "footers",
                true,
                world -> files.stream()
                        .map(file -> new Footer(
                                file, rows(world.read(file.path()).orElse("")).size(), Set.of("id")))
                        .toList()));
    }

    @Override
    public Map<Map<String, String>, Sum> sums(TableSpec table, String folder) {
        return calls.call(Operation.reading(Kind.DATA_READ, "sums", true, world -> {
            Map<Map<String, String>, List<String>> rows = new HashMap<>();
            world.below(folder + "/dt=").forEach((path, content) -> {
                String day = path.substring(folder.length() + 4).split("/", 2)[0];
                rows.computeIfAbsent(Map.of("dt", day), key -> new ArrayList<>())
                        .addAll(rows(content));
            });
            Map<Map<String, String>, Sum> sums = new HashMap<>();
            rows.forEach((values, lines) -> sums.put(values, new Sum(lines.size(), checksum(lines))));
            return sums;
        }));
    }

    @Override
    public Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions) {
        Map<Map<String, String>, CatalogPartition> plan =
                calls.call(Operation.reading(Kind.CATALOG_READ, "partitions to count", false, World::catalog));
        return calls.call(Operation.reading(Kind.DATA_READ, "rows", false, world -> {
            Map<Map<String, String>, Long> counts = new HashMap<>();
            plan.forEach((values, partition) -> counts.put(
                    values, (long) rowsAt(world, partition.location()).size()));
            return counts;
        }));
    }

    /** Returns the rows that a reader finds at a location. */
    static List<String> rowsAt(World world, String location) {
        List<String> found = new ArrayList<>();
        world.below(MemoryLake.path(location) + "/").forEach((path, content) -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!name.startsWith("_")) {
                found.addAll(rows(content));
            }
        });
        return found;
    }

    static String checksum(List<String> rows) {
        return String.format(
                Locale.ROOT, "%032x", rows.stream().sorted().toList().hashCode() & 0xffffffffL);
    }

    private static List<String> rows(String content) {
        return content.lines().toList();
    }
}
