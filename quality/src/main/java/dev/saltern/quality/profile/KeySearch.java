/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for columns, and pairs of columns, that may be keys, to have as few as possible verified. */
final class KeySearch {
    private static final int MAX_HASHED_PAIRS = 200;
    private static final int MAX_SINGLES = 8;
    private static final int MAX_PAIRS = 6;
    /** An estimate may be off by so many standard errors and the columns still be a key. */
    private static final double MAX_ERRORS = 4;

    private final TableSketch sketch;

    KeySearch(TableSketch sketch) {
        this.sketch = sketch;
    }

    /** Returns the single columns that may be keys. */
    List<List<Integer>> singles() {
        List<List<Integer>> singles = new ArrayList<>();
        for (int i = 0; i < sketch.columns.size() && singles.size() < MAX_SINGLES; i++) {
            if (mayBeSingle(i)) {
                singles.add(List.of(i));
            }
        }
        return singles;
    }

    /** Returns the pairs that may be keys by the numbers of their values alone, the likeliest first. */
    List<Pair> pairs() {
        Map<Double, List<Pair>> byCombinations = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < sketch.columns.size(); i++) {
            for (int j = i + 1; j < sketch.columns.size(); j++) {
                double combinations = (double) distinct(i) * distinct(j);
                boolean enough = combinations >= sketch.rows * lowest();
                if (enough && mayBePart(i) && mayBePart(j) && !mayBeSingle(i) && !mayBeSingle(j)) {
                    byCombinations
                            .computeIfAbsent(combinations, key -> new ArrayList<>())
                            .add(new Pair(i, j));
                }
            }
        }
        return byCombinations.values().stream()
                .flatMap(List::stream)
                .limit(MAX_HASHED_PAIRS)
                .toList();
    }

    /** Returns those pairs that may be keys by what the second pass counted. */
    List<List<Integer>> likely(TableCount count) {
        List<List<Integer>> likely = new ArrayList<>();
        for (int i = 0; i < count.keys.size() && likely.size() < MAX_PAIRS; i++) {
            SmallestHashes hashes = count.keyHashes.get(i);
            if (mayBeAll(hashes)) {
                likely.add(List.of(count.keys.get(i).first(), count.keys.get(i).second()));
            }
        }
        return likely;
    }

    private boolean mayBeSingle(int column) {
        return mayBePart(column) && mayBeAll(sketch.columns.get(column).hashes);
    }

    private boolean mayBeAll(SmallestHashes hashes) {
        return hashes.exact() ? hashes.estimate() == sketch.rows : hashes.estimate() >= sketch.rows * lowest();
    }

    /** A measurement is no key, however rarely it repeats. */
    private boolean mayBePart(int column) {
        ColumnSketch candidate = sketch.columns.get(column);
        ColumnKind kind = candidate.cell.kind();
        return sketch.rows > 1 && candidate.nulls == 0 && kind != ColumnKind.OPAQUE && kind != ColumnKind.FLOATING;
    }

    private long distinct(int column) {
        return sketch.columns.get(column).hashes.estimate();
    }

    private static double lowest() {
        return 1 - MAX_ERRORS * SmallestHashes.STANDARD_ERROR;
    }
}
