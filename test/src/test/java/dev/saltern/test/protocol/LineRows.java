/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data files of a lake: each line is a row. Readers ask the catalog first and open the files then. */
final class LineRows implements Rows {
    private final LakeStore lake;
    private final Catalog catalog;

    LineRows(LakeStore lake, Catalog catalog) {
        this.lake = lake;
        this.catalog = catalog;
    }

    @Override
    public void write(String path, String content, boolean isLocal) {
        lake.replace(path, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Footer> footers(List<StoredFile> files) {
        return files.stream()
                .map(file -> new Footer(file, lines(file.path()).size(), Set.of("id")))
                .toList();
    }

    @Override
    public Map<Map<String, String>, Sum> sums(TableSpec table, String folder) {
        Map<Map<String, String>, List<String>> rows = new HashMap<>();
        for (StoredFile file : lake.files(folder)) {
            if (file.path().startsWith(folder + "/dt=")) {
                String day = file.path().substring(folder.length() + 4).split("/", 2)[0];
                rows.computeIfAbsent(Map.of("dt", day), key -> new ArrayList<>())
                        .addAll(lines(file.path()));
            }
        }
        Map<Map<String, String>, Sum> sums = new HashMap<>();
        rows.forEach((values, lines) -> sums.put(values, new Sum(lines.size(), MemoryRows.checksum(lines))));
        return sums;
    }

    @Override
    public Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions) {
        Map<Map<String, String>, Long> counts = new HashMap<>();
        Map<Map<String, String>, CatalogPartition> named = catalog.partitions(table, partitions);
        named.forEach((values, partition) ->
                counts.put(values, (long) at(partition.location()).size()));
        return counts;
    }

    /** Returns the rows that a reader finds at a location. */
    List<String> at(String location) {
        String folder = location.substring(lake.location("").length() + 1);
        List<String> rows = new ArrayList<>();
        for (StoredFile file : lake.files(folder)) {
            if (!file.name().startsWith("_")) {
                rows.addAll(lines(file.path()));
            }
        }
        return rows;
    }

    private List<String> lines(String path) {
        return lake.read(path)
                .map(content ->
                        new String(content, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }
}
