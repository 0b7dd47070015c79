/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Words the results of fault schedules. */
final class FaultPage {
    private FaultPage() {}

    /**
     * What came of the schedules of a case.
     *
     * @param name the case
     * @param firstSeed the first seed
     * @param lastSeed the last one
     * @param faults how many calls went wrong
     * @param kinds how many of each kind
     * @param violations how often an invariant was broken
     * @param recoveryCalls the median of the store calls until the table was right again
     * @param recoveryMillis the median of the time of these calls in memory
     */
    record Line(
            String name,
            long firstSeed,
            long lastSeed,
            int faults,
            Map<String, Integer> kinds,
            int violations,
            int recoveryCalls,
            double recoveryMillis) {
        long seeds() {
            return lastSeed - firstSeed + 1;
        }
    }

    static Line line(String name, List<Long> seeds, List<Walk.Result> results) {
        Map<String, Integer> kinds = new TreeMap<>();
        results.forEach(result -> result.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        int middle = results.size() / 2;
        return new Line(
                name,
                seeds.get(0),
                seeds.get(seeds.size() - 1),
                results.stream().mapToInt(Walk.Result::faults).sum(),
                kinds,
                results.stream().mapToInt(result -> result.violations().size()).sum(),
                results.stream()
                        .map(Walk.Result::recoveryCalls)
                        .sorted()
                        .toList()
                        .get(middle),
                results.stream()
                                .map(Walk.Result::recoveryNanos)
                                .sorted()
                                .toList()
                                .get(middle)
                        / 1e6);
    }

    static String of(List<Line> lines) {
        StringBuilder page = new StringBuilder("""
                # Faults

                Written by `mvn -Pfaults -pl test -am test`; do not edit. Each line is one kind of trouble. Each seed makes one schedule of it:
                the publisher of the product works on stores in memory, a random order decides whose call comes next, and calls get lost,
                lose their answers, are sent twice or are done in part, and processes die. Behind every call the invariants are checked, and
                when all is quiet the run is done again: the table has to be what an undisturbed run makes of it, and a third run has nothing
                to do. Recovery is what it takes from there until the table is right: calls of stores, and their time in memory, where a call
                costs next to nothing. A seed is replayed with `-Dsaltern.fault-seed=N`.

                | case | seeds | faults injected | violations of I1 to I11 | median recovery, calls | median recovery, ms |
                |---|---|---|---|---|---|
                """);
        for (Line line : lines) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d (%d to %d) | %d | %d | %d | %.1f |%n",
                    line.name(),
                    line.seeds(),
                    line.firstSeed(),
                    line.lastSeed(),
                    line.faults(),
                    line.violations(),
                    line.recoveryCalls(),
                    line.recoveryMillis()));
        }
        page.append(String.format(
                Locale.ROOT,
                "%n%d schedules, %d faults, %d violations.%n%nFaults by kind of call:%n%n| call | faults |%n|---|---|%n",
                lines.stream().mapToLong(Line::seeds).sum(),
                lines.stream().mapToInt(Line::faults).sum(),
                lines.stream().mapToInt(Line::violations).sum()));
        Map<String, Integer> kinds = new TreeMap<>();
        lines.forEach(line -> line.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        kinds.forEach((kind, count) ->
                page.append(String.format(Locale.ROOT, "| %s | %d |%n", kind.toLowerCase(Locale.ROOT), count)));
        return page.toString();
    }
}
