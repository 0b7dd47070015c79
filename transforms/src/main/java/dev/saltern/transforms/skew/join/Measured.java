/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hot keys of both sides with the rows that they have on each.
 *
 * @param left one side
 * @param right the other side
 * @param on names of the key columns
 * @param slots what the join runs on
 * @param all whether each key counts as hot that was measured as such; else those with more than an even partition
 * @param keysOnly whether the right side is asked for its keys alone
 */
record Measured(Side left, Side right, List<String> on, Slots slots, boolean all, boolean keysOnly)
        implements Supplier<HotPairs> {

    /** Counts partners that nobody measured, in one job for each side that lacks some. */
    @Override
    public HotPairs get() {
        Map<Long, HotKey> hotLeft = hot(left);
        Map<Long, HotKey> hotRight = hot(right);
        Map<Long, HotKey> either = new LinkedHashMap<>(hotLeft);
        hotRight.forEach(either::putIfAbsent);
        Partners leftRows = partners(left, either);
        Partners rightRows = partners(right, either);
        boolean reduced = keysOnly && !hotRight.isEmpty();
        List<HotPair> pairs = new ArrayList<>();
        either.forEach((hash, key) -> {
            long matches = rightRows.byHash().getOrDefault(hash, 0L);
            pairs.add(new HotPair(
                    hash,
                    key.values(),
                    leftRows.byHash().getOrDefault(hash, 0L),
                    reduced ? Math.min(1, matches) : matches,
                    hotLeft.containsKey(hash),
                    hotRight.containsKey(hash)));
        });
        pairs.sort(Comparator.comparingLong((HotPair pair) -> pair.leftRows() + pair.rightRows())
                .reversed());
        return new HotPairs(pairs, leftRows.all(), rightRows.all());
    }

    private Map<Long, HotKey> hot(Side side) {
        long mean = slots.meanPartition(rows(side));
        return byHash(side.hot().stream().filter(key -> all || key.rowsAtLeast() >= mean));
    }

    private Partners partners(Side side, Map<Long, HotKey> keys) {
        Map<Long, Long> known = byHash(side.hot().stream()).values().stream()
                .collect(Collectors.toMap(HotKey::hash, HotKey::rowsAtLeast));
        List<Long> unknown =
                keys.keySet().stream().filter(hash -> !known.containsKey(hash)).toList();
        if (unknown.isEmpty()) {
            return new Partners(rows(side), known);
        }
        Partners counted = Partners.count(side.rows(), on, unknown);
        known.putAll(counted.byHash());
        return new Partners(side.spread() == null ? counted.all() : rows(side), known);
    }

    private static long rows(Side side) {
        KeySpread spread = side.spread();
        return spread == null ? 0 : spread.rows();
    }

    private static Map<Long, HotKey> byHash(Stream<HotKey> keys) {
        return keys.collect(
                Collectors.toMap(HotKey::hash, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
