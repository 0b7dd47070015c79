/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import java.util.Locale;

/**
 * US dollars between two ends: all task nodes on spot, or all on demand.
 *
 * @param low the least
 * @param high the most
 */
public record CostBand(double low, double high) {
    /** Nothing. */
    public static final CostBand NOTHING = new CostBand(0, 0);

    /** Returns the sum. */
    public CostBand plus(CostBand other) {
        return new CostBand(low + other.low, high + other.high);
    }

    /** Returns so many times as much. */
    public CostBand times(double factor) {
        return new CostBand(low * factor, high * factor);
    }

    /** Returns {@code $1.23 to $2.34}, or {@code $1.23}. */
    @Override
    public String toString() {
        String least = dollars(low);
        String most = dollars(high);
        return least.equals(most) ? most : least + " to " + most;
    }

    /** Returns {@code $1.23}. */
    public static String dollars(double usd) {
        return String.format(Locale.ROOT, "$%.2f", usd);
    }
}
