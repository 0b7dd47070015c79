/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the second pass counts of a column. Serializable: it goes to the executors.
 *
 * @param grid where its numbers are counted; null where it has none
 * @param values texts of values to count again, because the first count is too low
 * @param patterns shapes to count again
 * @param mean of its numbers
 * @param deviation standard deviation of its numbers, 0 where it cannot be correlated
 */
record ColumnPlan(
        Cell cell, @Nullable Grid grid, Set<String> values, Set<String> patterns, double mean, double deviation)
        implements Serializable {
    /** Cells of a grid: 200 for each bar of a histogram. */
    static final int CELLS = 4000;

    static ColumnPlan of(ColumnSketch sketch) {
        Double mean = sketch.moments.mean();
        Double deviation = sketch.moments.standardDeviation();
        Grid grid = null;
        if (sketch.cell.kind().isNumber() && sketch.min != null && sketch.max != null) {
            grid = new Grid(sketch.cell.number(sketch.min), sketch.cell.number(sketch.max), CELLS);
        }
        TextSketch text = sketch.text;
        return new ColumnPlan(
                sketch.cell,
                grid,
                recount(sketch.values),
                text == null ? Set.of() : recount(text.patterns),
                mean == null ? 0 : mean,
                deviation == null ? 0 : deviation);
    }

    private static Set<String> recount(FrequentTexts texts) {
        return texts.complete() ? Set.of() : Set.copyOf(texts.counts().keySet());
    }
}
