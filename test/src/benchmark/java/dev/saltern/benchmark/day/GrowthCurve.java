/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure as what every run costs, and what grows with a power of the size.
 *
 * @param fixed the same at every size
 * @param factor what a size of 1 adds
 * @param exponent the power
 */
record GrowthCurve(double fixed, double factor, double exponent) {
    private static final int LEAST_HUNDREDTHS = 20;
    private static final int MOST_HUNDREDTHS = 300;

    double at(double size) {
        return fixed + factor * Math.pow(size, exponent);
    }

    /** Returns the curve from which the points deviate least, each in proportion to itself; exponents are tried by hundredths. */
    static GrowthCurve through(List<GrowthLedger.Line> points, ToDoubleFunction<DayRound> figure) {
        GrowthCurve best = new GrowthCurve(0, 0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int hundredths = LEAST_HUNDREDTHS; hundredths <= MOST_HUNDREDTHS; hundredths++) {
            GrowthCurve curve = with(hundredths / 100.0, points, figure);
            double off = curve.deviation(points, figure);
            if (off < least) {
                least = off;
                best = curve;
            }
        }
        return best;
    }

    /** Returns the best curve of an exponent: two weighted sums, of which neither may be negative. */
    private static GrowthCurve with(
            double exponent, List<GrowthLedger.Line> points, ToDoubleFunction<DayRound> figure) {
        double ones = 0;
        double powers = 0;
        double squares = 0;
        double shares = 0;
        double products = 0;
        for (GrowthLedger.Line point : points) {
            double one = 1 / figure.applyAsDouble(point.round());
            double power = Math.pow(point.size(), exponent) * one;
            ones += one * one;
            powers += power * one;
            squares += power * power;
            shares += one;
            products += power;
        }
        double determinant = ones * squares - powers * powers;
        double fixed = (shares * squares - products * powers) / determinant;
        double factor = (ones * products - powers * shares) / determinant;
        if (!(fixed > 0)) {
            return new GrowthCurve(0, products / squares, exponent);
        }
        return factor > 0 ? new GrowthCurve(fixed, factor, exponent) : new GrowthCurve(shares / ones, 0, exponent);
    }

    private double deviation(List<GrowthLedger.Line> points, ToDoubleFunction<DayRound> figure) {
        return points.stream()
                .mapToDouble(point -> Math.pow(at(point.size()) / figure.applyAsDouble(point.round()) - 1, 2))
                .sum();
    }
}
