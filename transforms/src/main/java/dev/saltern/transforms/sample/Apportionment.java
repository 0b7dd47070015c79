/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares out a whole number of rows by weight. Exact: no rounding decides who gets the last row. */
final class Apportionment {

    private final List<Stratum> strata;
    private final long[] taken;
    private List<Integer> open;
    private long left;
    private boolean bySize;
    private BigDecimal total = BigDecimal.ZERO;

    private Apportionment(long n, List<Stratum> strata) {
        this.strata = strata;
        this.taken = new long[strata.size()];
        this.open = IntStream.range(0, strata.size()).boxed().toList();
        this.left = Math.min(n, strata.stream().mapToLong(Stratum::size).sum());
    }

    /**
     * What is shared out to.
     *
     * @param size most rows it can give, 1 or more
     * @param weight its share next to the others, 0 or more
     */
    record Stratum(long size, BigDecimal weight) {}

    /**
     * Shares out {@code n} rows, or all there are if they are fewer.
     *
     * <p>A stratum whose share reaches its size gives all its rows, and what it could not take is shared out among the
     * others, by their weights (Cochran, section 5.8); when all weights among these are 0, by their sizes. The whole
     * parts of the shares are given first, then one row more to the greatest remainders (Hamilton's method), the first
     * of equals first.
     *
     * @param strata in an order that depends on nothing but the strata
     * @return the rows of each stratum, in that order; their sum is the number shared out
     */
    static List<Long> of(long n, List<Stratum> strata) {
        Apportionment apportionment = new Apportionment(n, List.copyOf(strata));
        while (apportionment.fillOverfull()) {
            // Each turn closes a stratum at least.
        }
        apportionment.shareOut();
        return IntStream.range(0, strata.size())
                .mapToObj(index -> apportionment.taken[index])
                .toList();
    }

    private boolean fillOverfull() {
        weigh();
        Set<Integer> full = open.stream()
                .filter(index -> portion(index).compareTo(total.multiply(BigDecimal.valueOf(size(index)))) >= 0)
                .collect(Collectors.toSet());
        for (int index : full) {
            taken[index] = size(index);
            left -= size(index);
        }
        open = open.stream().filter(index -> !full.contains(index)).toList();
        return !full.isEmpty();
    }

    private void shareOut() {
        long given = 0;
        for (int index : open) {
            taken[index] = portion(index).divideToIntegralValue(total).longValueExact();
            given += taken[index];
        }
        open.stream()
                .sorted(Comparator.comparing((Integer index) -> portion(index).remainder(total))
                        .reversed())
                .limit(left - given)
                .forEach(index -> taken[index]++);
    }

    /** The share of the stratum, times the sum of the weights. */
    private BigDecimal portion(int index) {
        return weight(index).multiply(BigDecimal.valueOf(left));
    }

    private void weigh() {
        bySize = open.stream().allMatch(index -> strata.get(index).weight().signum() == 0);
        total = open.stream().map(this::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal weight(int index) {
        return bySize ? BigDecimal.valueOf(size(index)) : strata.get(index).weight();
    }

    private long size(int index) {
        return strata.get(index).size();
    }
}
