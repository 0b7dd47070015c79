/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a figure grows along an axis: it is proportional to a power of the size.
 *
 * @param points of one axis, by size
 */
record GrowthFit(List<GrowthLedger.Line> points) {
    /** Returns the slope of the line that fits best on logarithmic scales. */
    double exponent(ToDoubleFunction<DayRound> figure) {
        double meanSize = points.stream().mapToDouble(GrowthFit::size).average().orElse(0);
        double meanFigure = points.stream()
                .mapToDouble(point -> figure(point, figure))
                .average()
                .orElse(0);
        double products = points.stream()
                .mapToDouble(point -> (size(point) - meanSize) * (figure(point, figure) - meanFigure))
                .sum();
        double squares = points.stream()
                .mapToDouble(point -> Math.pow(size(point) - meanSize, 2))
                .sum();
        return products / squares;
    }

    /** Returns the same for the two largest points alone, where what a run costs in any case counts least. */
    double lastExponent(ToDoubleFunction<DayRound> figure) {
        return new GrowthFit(points.subList(Math.max(0, points.size() - 2), points.size())).exponent(figure);
    }

    private static double size(GrowthLedger.Line point) {
        return Math.log(point.size());
    }

    private static double figure(GrowthLedger.Line point, ToDoubleFunction<DayRound> figure) {
        return Math.log(Math.max(1e-9, figure.applyAsDouble(point.round())));
    }
}
