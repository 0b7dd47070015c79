/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the schedules of a case.
 *
 * @param name the case
 * @param seeds how many there were, and which
 * @param faults how much went wrong
 * @param kinds how much of each kind
 * @param violations how often an invariant was broken
 * @param recoveryCalls the median of the calls until the table was right again, or -1 where nobody counts them
 * @param recoveryMillis the median of the time of that
 */
public record FaultLine(
        String name,
        String seeds,
        int faults,
        Map<String, Integer> kinds,
        int violations,
        int recoveryCalls,
        double recoveryMillis) {
    public FaultLine {
        kinds = new TreeMap<>(kinds);
    }

    /** Returns the middle one of some numbers. */
    public static <T extends Comparable<T>> T median(List<T> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
