/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that stands in the stores in one moment: files with their content, the partitions of the one table, and the time. Immutable. */
final class World {
    /** What all worlds of this process are made of. */
    private static final Names<String> TEXTS = new Names<>();

    private static final Names<CatalogPartition> PARTITIONS = new Names<>();

    /** Nothing at all. */
    static final World EMPTY = new World(new int[0], null, 0);

    /** Pairs of path and content, ordered by path number. */
    private final int[] files;

    /** The partitions of the catalog in order, or null if it does not know the table. */
    private final int @Nullable [] partitions;

    private final int now;
    private final int hash;

    private World(int[] files, int @Nullable [] partitions, int now) {
        this.files = files;
        this.partitions = partitions;
        this.now = now;
        this.hash = 31 * (31 * Arrays.hashCode(files) + Arrays.hashCode(partitions)) + now;
    }

    /** Returns the ticks since the beginning. */
    int now() {
        return now;
    }

    Optional<String> read(String path) {
        int at = find(TEXTS.number(path));
        return at < 0 ? Optional.empty() : Optional.of(TEXTS.value(files[at + 1]));
    }

    /** Returns every file whose path starts so, with its content. */
    SortedMap<String, String> below(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        for (int i = 0; i < files.length; i += 2) {
            String path = TEXTS.value(files[i]);
            if (path.startsWith(prefix)) {
                found.put(path, TEXTS.value(files[i + 1]));
            }
        }
        return found;
    }

    World with(String path, String content) {
        int name = TEXTS.number(path);
        int value = TEXTS.number(content);
        int at = find(name);
        if (at >= 0) {
            int[] changed = files.clone();
            changed[at + 1] = value;
            return new World(changed, partitions, now);
        }
        int insert = -at - 1;
        int[] more = new int[files.length + 2];
        System.arraycopy(files, 0, more, 0, insert);
        more[insert] = name;
        more[insert + 1] = value;
        System.arraycopy(files, insert, more, insert + 2, files.length - insert);
        return new World(more, partitions, now);
    }

    /** Returns the world without the file of that path, and without all that is below it. */
    World without(String path) {
        int[] left = new int[files.length];
        int size = 0;
        for (int i = 0; i < files.length; i += 2) {
            String file = TEXTS.value(files[i]);
            if (!file.equals(path) && !file.startsWith(path + "/")) {
                left[size++] = files[i];
                left[size++] = files[i + 1];
            }
        }
        return new World(Arrays.copyOf(left, size), partitions, now);
    }

    boolean hasTable() {
        return partitions != null;
    }

    Map<Map<String, String>, CatalogPartition> catalog() {
        Map<Map<String, String>, CatalogPartition> catalog = new LinkedHashMap<>();
        if (partitions != null) {
            for (int partition : partitions) {
                CatalogPartition value = PARTITIONS.value(partition);
                catalog.put(value.values(), value);
            }
        }
        return catalog;
    }

    World withCatalog(Map<Map<String, String>, CatalogPartition> catalog) {
        int[] numbers =
                catalog.values().stream().mapToInt(PARTITIONS::number).sorted().toArray();
        return new World(files, numbers, now);
    }

    World later() {
        return new World(files, partitions, now + 1);
    }

    private int find(int name) {
        int low = 0;
        int high = files.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = files[2 * middle];
            if (found == name) {
                return 2 * middle;
            }
            if (found < name) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(2 * low) - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof World world
                && hash == world.hash
                && now == world.now
                && Arrays.equals(files, world.files)
                && Arrays.equals(partitions, world.partitions);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
