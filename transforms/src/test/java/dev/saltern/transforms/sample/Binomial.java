/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often something of known probability happens, within bounds that chance breaks with at most the given probability.
 *
 * @param least fewest times that are no alarm
 * @param most most times that are no alarm
 */
record Binomial(int least, int most) {

    /** The probability that a family of checks, all of them together, raises a false alarm. */
    static final double FALSE_ALARM = 1e-6;

    /** Bounds for one of so many checks, from the exact tails (Bonferroni: each check gets an equal part of the alarm). */
    static Binomial of(int trials, double probability, int checks) {
        double tail = FALSE_ALARM / checks / 2;
        double[] mass = mass(trials, probability);
        int least = 0;
        for (double below = mass[0]; below <= tail; below += mass[least]) {
            least++;
        }
        int most = trials;
        for (double above = mass[trials]; above <= tail; above += mass[most]) {
            most--;
        }
        return new Binomial(least, most);
    }

    void check(int times, String what) {
        assertThat(times).as(what).isBetween(least, most);
    }

    private static double[] mass(int trials, double probability) {
        double[] mass = new double[trials + 1];
        double logChoose = 0;
        for (int times = 0; times <= trials; times++) {
            mass[times] =
                    Math.exp(logChoose + times * Math.log(probability) + (trials - times) * Math.log1p(-probability));
            logChoose += Math.log(trials - times) - Math.log(times + 1.0);
        }
        return mass;
    }
}
