/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SketchBufferPropertyTest {

    private static final int ROWS = 60_000;

    @Property(tries = 60)
    void noHotKeyIsLostAmongMoreKeysThanCountersFit(
            @ForAll @IntRange(min = 1, max = 140) int partitions,
            @ForAll @IntRange(min = 1, max = 12) int tasks,
            @ForAll @DoubleRange(max = 2) double exponent,
            @ForAll boolean sorted,
            @ForAll long seed) {
        List<Long> hashes = zipf(exponent, new Random(seed));
        if (sorted) {
            Collections.sort(hashes);
        }
        Map<Long, Long> exact = exact(hashes);
        Slots slots = new Slots(2, partitions);

        KeySketch sketch = reported(hashes, tasks, partitions).sketch();

        assertThat(sketch.rows()).isEqualTo(ROWS);
        assertThat(sketch.unlistedAtMost()).isLessThanOrEqualTo(KeySketch.threshold(ROWS, partitions));
        assertThat(sketch.counts())
                .allSatisfy(count ->
                        assertThat(exact.get(count.hash())).isBetween(count.rowsAtLeast(), count.rowsAtMost()));
        assertThat(hashesOf(sketch.hot(slots))).containsAll(above(exact, slots.meanPartition(ROWS) / 2));
        assertThat(hashesOf(sketch.counts())).containsAll(above(exact, sketch.unlistedAtMost()));
    }

    @Property(tries = 20)
    void ownRowsAndReportsOfOthersAddUp(@ForAll @DoubleRange(max = 2) double exponent, @ForAll long seed) {
        List<Long> hashes = zipf(exponent, new Random(seed));
        Map<Long, Long> exact = exact(hashes);
        SketchBuffer buffer = reported(hashes.subList(0, ROWS / 2), 3, 20);
        SketchBuffer neighbour = new SketchBuffer(20);
        hashes.subList(ROWS / 2, ROWS).forEach(neighbour::add);
        neighbour.addNull();
        buffer.addNull();

        buffer.merge(neighbour);
        KeySketch sketch = buffer.sketch();

        assertThat(sketch.rows()).isEqualTo(ROWS + 2);
        assertThat(sketch.nullRows()).isEqualTo(2);
        assertThat(hashesOf(sketch.hot(new Slots(2, 20)))).containsAll(above(exact, (ROWS + 2) / 20 / 2));
        assertThat(sketch.counts())
                .allSatisfy(count ->
                        assertThat(exact.get(count.hash())).isBetween(count.rowsAtLeast(), count.rowsAtMost()));
    }

    /** A few keys by Zipf's law, and as many again that occur once or twice. */
    private static List<Long> zipf(double exponent, Random random) {
        int keys = 40_000;
        double[] cumulated = new double[keys];
        double sum = 0;
        for (int i = 0; i < keys; i++) {
            sum += Math.pow(i + 1, -exponent);
            cumulated[i] = sum;
        }
        List<Long> hashes = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
            hashes.add((found < 0 ? -found - 1 : found) * 0x9E3779B97F4A7C15L);
        }
        return hashes;
    }

    private static SketchBuffer reported(List<Long> hashes, int tasks, int partitions) {
        SketchBuffer all = new SketchBuffer(partitions);
        for (int task = 0; task < tasks; task++) {
            SketchBuffer own = new SketchBuffer(partitions);
            long from = (long) hashes.size() * task / tasks;
            long to = (long) hashes.size() * (task + 1) / tasks;
            hashes.subList((int) from, (int) to).forEach(own::add);
            all.merge(SketchBuffer.ofReport(own.report(), partitions));
        }
        return all;
    }

    private static Map<Long, Long> exact(List<Long> hashes) {
        Map<Long, Long> counts = new HashMap<>();
        hashes.forEach(hash -> counts.merge(hash, 1L, Long::sum));
        return counts;
    }

    private static Set<Long> above(Map<Long, Long> counts, long threshold) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > Math.max(1, threshold))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<Long> hashesOf(List<HashCount> counts) {
        return counts.stream().map(HashCount::hash).collect(Collectors.toSet());
    }
}
