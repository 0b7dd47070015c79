/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes to the partitions of one table.
 *
 * @param creates partitions that the catalog does not have
 * @param updates partitions that it has at another place or with other parameters
 * @param drops the values of partitions that are to disappear; their files stay
 */
public record CatalogBatch(
        List<CatalogPartition> creates, List<CatalogPartition> updates, List<Map<String, String>> drops) {
    /** The most partitions that one call may create; the limit of Glue's BatchCreatePartition. */
    public static final int MAX_CREATES = 100;

    /** The most partitions that one call may update; the limit of Glue's BatchUpdatePartition. */
    public static final int MAX_UPDATES = 100;

    /** The most partitions that one call may drop; the limit of Glue's BatchDeletePartition. */
    public static final int MAX_DROPS = 25;

    public CatalogBatch {
        creates = List.copyOf(creates);
        updates = List.copyOf(updates);
        drops = List.copyOf(drops);
    }

    /** Returns whether there is nothing to do. */
    public boolean isEmpty() {
        return creates.isEmpty() && updates.isEmpty() && drops.isEmpty();
    }

    /** Returns the same changes cut into pieces of one kind each that one call can carry: creates, then updates, then drops. */
    public List<CatalogBatch> pieces() {
        List<CatalogBatch> pieces = new ArrayList<>();
        cut(creates, MAX_CREATES).forEach(some -> pieces.add(new CatalogBatch(some, List.of(), List.of())));
        cut(updates, MAX_UPDATES).forEach(some -> pieces.add(new CatalogBatch(List.of(), some, List.of())));
        cut(drops, MAX_DROPS).forEach(some -> pieces.add(new CatalogBatch(List.of(), List.of(), some)));
        return pieces;
    }

    private static <T> List<List<T>> cut(List<T> whole, int max) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += max) {
            pieces.add(whole.subList(from, Math.min(whole.size(), from + max)));
        }
        return pieces;
    }
}
