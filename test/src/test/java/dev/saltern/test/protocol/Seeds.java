/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.test.faults.FaultLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** The seeds of a test and what came of them, case by case. {@code -Dsaltern.fault-seed=N} is one seed, whose story is told. */
final class Seeds {
    private static final Long ONE = Long.getLong("saltern.fault-seed");

    private final List<Long> seeds;
    private final List<FaultLine> lines = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /** Takes that many seeds. */
    Seeds(long first, int count) {
        this.seeds = ONE != null
                ? List.of(ONE)
                : LongStream.range(first, first + count).boxed().toList();
    }

    /** Goes through all seeds of a case. */
    void of(String name, LongFunction<Walk.Result> walk) {
        of(name, seeds, walk);
    }

    /** Goes through the first seeds of a case, for one that takes long. */
    void of(String name, int count, LongFunction<Walk.Result> walk) {
        of(name, seeds.subList(0, Math.min(count, seeds.size())), walk);
    }

    private void of(String name, List<Long> some, LongFunction<Walk.Result> walk) {
        List<Walk.Result> results = new ArrayList<>();
        for (long seed : some) {
            Walk.Result result = walk.apply(seed);
            results.add(result);
            String story = name + ", seed " + seed + "\n" + String.join("\n", result.story());
            result.violations().forEach(violation -> violations.add(violation + "\n" + story));
            if (ONE != null) {
                System.out.println(story);
            }
        }
        lines.add(line(name, some, results));
    }

    /** Returns what came of each case. */
    List<FaultLine> lines() {
        return lines;
    }

    /** Returns every violation, with its story. */
    List<String> violations() {
        return violations;
    }

    private static FaultLine line(String name, List<Long> seeds, List<Walk.Result> results) {
        Map<String, Integer> kinds = new TreeMap<>();
        results.forEach(result -> result.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        return new FaultLine(
                name,
                seeds.size() + " (" + seeds.get(0) + " to " + seeds.get(seeds.size() - 1) + ")",
                results.stream().mapToInt(Walk.Result::faults).sum(),
                kinds,
                results.stream().mapToInt(result -> result.violations().size()).sum(),
                FaultLine.median(
                        results.stream().map(Walk.Result::recoveryCalls).toList()),
                FaultLine.median(
                                results.stream().map(Walk.Result::recoveryNanos).toList())
                        / 1e6);
    }
}
