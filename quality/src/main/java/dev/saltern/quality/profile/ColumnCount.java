/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/** What the second pass counts of a column. Not thread-safe. */
final class ColumnCount implements Serializable {
    final ColumnPlan plan;
    final HashMap<String, Long> values = new HashMap<>();
    final HashMap<String, Long> patterns = new HashMap<>();
    final long[] cells;

    ColumnCount(ColumnPlan plan) {
        this.plan = plan;
        this.cells = new long[plan.grid() == null ? 0 : ColumnPlan.CELLS];
    }

    void add(Object value) {
        if (!plan.values().isEmpty()) {
            count(plan.cell().key(value), plan.values(), values);
        }
        if (!plan.patterns().isEmpty() && value instanceof UTF8String text) {
            count(TextPattern.of(text.toString()), plan.patterns(), patterns);
        }
        Grid grid = plan.grid();
        if (grid != null) {
            double number = plan.cell().number(value);
            if (Double.isFinite(number)) {
                cells[grid.cell(number)]++;
            }
        }
    }

    void add(ColumnCount other) {
        other.values.forEach((text, count) -> values.merge(text, count, Long::sum));
        other.patterns.forEach((text, count) -> patterns.merge(text, count, Long::sum));
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
    }

    private static void count(String text, Set<String> wanted, Map<String, Long> counts) {
        if (wanted.contains(text)) {
            counts.merge(text, 1L, Long::sum);
        }
    }
}
