/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.Origin;
import dev.saltern.conf.RowFate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a test.
 *
 * @param origin where it stands
 * @param name what a person calls it; empty for a row of CSV
 * @param cells its cells as text, by column; NULL is left out
 * @param places where the cell of a column stands
 * @param expected what must become of it; null where nothing is expected
 */
record TestRow(
        Origin origin,
        String name,
        Map<String, String> cells,
        Function<String, Origin> places,
        @Nullable RowFate expected) {
    TestRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    @Override
    public String toString() {
        String text = cells.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return name.isEmpty() ? text : name + " " + text;
    }
}
