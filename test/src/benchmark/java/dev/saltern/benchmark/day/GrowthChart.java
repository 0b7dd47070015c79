/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws time and memory along each axis as a picture that needs nothing else: one column for each axis, time above memory. */
final class GrowthChart {
    private static final String WALL = "#c2410c";
    private static final String CPU = "#1d4ed8";
    private static final String HEAP = "#15803d";
    private static final double MEGABYTE = 1e6;
    private static final int LEGEND = 780;

    private final StringBuilder svg = new StringBuilder();

    private GrowthChart() {}

    static String svg(GrowthPage page) {
        return new GrowthChart().draw(page);
    }

    private String draw(GrowthPage page) {
        List<GrowthAxis> axes = List.of(GrowthAxis.values()).stream()
                .filter(axis -> page.points(axis).size() > 1)
                .toList();
        int width = Math.max(LEGEND, ChartPanel.WIDTH * axes.size() + 20);
        int height = 2 * ChartPanel.HEIGHT + 50;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"11\" fill=\"#222\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                width,
                height,
                width,
                height));
        legend();
        for (int i = 0; i < axes.size(); i++) {
            column(page.points(axes.get(i)), axes.get(i), 10 + i * ChartPanel.WIDTH);
        }
        return svg.append("</svg>\n").toString();
    }

    private void column(List<GrowthLedger.Line> points, GrowthAxis axis, int left) {
        GrowthLedger.Line first = points.get(0);
        GrowthLedger.Line last = points.get(points.size() - 1);
        ChartPanel time = ChartPanel.over(
                left, 40, axis.label() + ", seconds", first.size(), last.size(), points, List.of(
                        DayRound::wallSeconds, DayRound::cpuSeconds));
        time.frame(svg);
        time.slope(svg, last.size(), last.round().cpuSeconds());
        line(time, points, DayRound::wallSeconds, WALL);
        line(time, points, DayRound::cpuSeconds, CPU);
        ToDoubleFunction<DayRound> megabytes = round -> round.heapBytes() / MEGABYTE;
        ChartPanel memory = ChartPanel.over(
                left,
                40 + ChartPanel.HEIGHT,
                axis.label() + ", megabytes",
                first.size(),
                last.size(),
                points,
                List.of(megabytes));
        memory.frame(svg);
        line(memory, points, megabytes, HEAP);
    }

    private void line(
            ChartPanel panel, List<GrowthLedger.Line> points, ToDoubleFunction<DayRound> figure, String colour) {
        StringBuilder path = new StringBuilder();
        for (GrowthLedger.Line point : points) {
            double x = panel.x(point.size());
            double y = panel.y(figure.applyAsDouble(point.round()));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x, y));
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour));
        }
        svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-width=\"1.5\" stroke=\"");
        svg.append(colour).append("\"/>\n");
    }

    private void legend() {
        key(20, WALL, "wall");
        key(90, CPU, "CPU");
        key(160, HEAP, "heap in use after a collection, at most");
        svg.append("<path d=\"M410 16 L434 16\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>")
                .append("<text x=\"440\" y=\"20\">twice the size, twice the time; all scales are logarithmic</text>\n");
    }

    private void key(int x, String colour, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%d\" cy=\"16\" r=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"20\">%s</text>%n",
                x,
                colour,
                x + 8,
                text));
    }
}
