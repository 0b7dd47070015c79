/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A small chart with two logarithmic scales.
 *
 * @param left its place
 * @param top its place
 * @param title what stands above
 * @param least the smallest size
 * @param most the largest size
 * @param bottom the power of ten at the lower edge
 * @param decades how many powers of ten it is high
 */
record ChartPanel(int left, int top, String title, double least, double most, int bottom, int decades) {
    static final int WIDTH = 220;
    static final int HEIGHT = 200;

    private static final int MARGIN = 34;
    private static final double INNER_WIDTH = WIDTH - MARGIN - 16;
    private static final double INNER_HEIGHT = HEIGHT - 46;

    /** Returns a chart with room for the figures of all points. */
    static ChartPanel over(
            int left,
            int top,
            String title,
            double least,
            double most,
            List<GrowthLedger.Line> points,
            List<ToDoubleFunction<DayRound>> figures) {
        double[] values = points.stream()
                .flatMap(point -> figures.stream().map(figure -> figure.applyAsDouble(point.round())))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int bottom = (int) Math.floor(Math.log10(values[0]));
        int above = (int) Math.ceil(Math.log10(values[values.length - 1]));
        return new ChartPanel(left, top, title, least, most, bottom, Math.max(1, above - bottom));
    }

    double x(double size) {
        return left + MARGIN + INNER_WIDTH * Math.log(size / least) / Math.log(most / least);
    }

    double y(double value) {
        return top + 20 + INNER_HEIGHT * (1 - (Math.log10(value) - bottom) / decades);
    }

    /** Draws the frame, a line for each power of ten, and the ends of the scale of sizes. */
    void frame(StringBuilder svg) {
        svg.append(text(left + MARGIN, top + 12, "start", "font-weight=\"bold\" ", title));
        for (int decade = 0; decade <= decades; decade++) {
            double y = y(Math.pow(10, bottom + decade));
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %.1f h%.1f\" stroke=\"#ddd\"/>%n",
                    left + MARGIN,
                    y,
                    INNER_WIDTH));
            svg.append(text(left + MARGIN - 4, y + 4, "end", "", number(Math.pow(10, bottom + decade))));
        }
        double below = top + 20 + INNER_HEIGHT + 14;
        svg.append(text(x(least), below, "start", "", number(least)));
        svg.append(text(x(most), below, "end", "", number(most)));
    }

    /** Draws how a figure would have come to where it is, had it been proportional to the size. */
    void slope(StringBuilder svg, double size, double value) {
        double floor = Math.pow(10, bottom);
        double start = Math.max(least, size * floor / value);
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>%n",
                x(start),
                y(value * start / size),
                x(size),
                y(value)));
    }

    private static String text(double x, double y, String anchor, String more, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n", x, y, anchor, more, text);
    }

    private static String number(double value) {
        return value < 1 ? String.valueOf(value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
