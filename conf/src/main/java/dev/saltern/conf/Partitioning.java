/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a table is cut into partitions.
 *
 * @param columns one column that holds the period as text or date ({@code dt=2026-01-31}), or the calendar fields in the order year,
 *     month, day, as integers ({@code year=2026/month=1}); empty for {@link Grain#NONE}
 * @param grain how much time one partition holds
 */
public record Partitioning(
        @Key(name = "column", doc = "The partition column, or the calendar columns in the order year, month, day.")
        List<String> columns,

        @Key(doc = "How much time one partition holds: day, month, year or none.", defaultValue = DEFAULT_GRAIN)
        Grain grain) {
    /** One partition holds one day. */
    public static final String DEFAULT_GRAIN = "day";

    /** A table without partitions. */
    public static final Partitioning NONE = new Partitioning(List.of(), Grain.NONE);

    public Partitioning {
        columns = List.copyOf(columns);
        boolean fits = grain == Grain.NONE
                ? columns.isEmpty()
                : columns.size() == 1 || columns.size() == grain.calendarFields();
        if (!fits) {
            throw new IllegalArgumentException("Invalid partition column: " + columns + " (must be "
                    + (grain == Grain.NONE ? "empty" : "one column, or " + grain.calendarFields() + " calendar columns")
                    + " for the grain " + grain.name().toLowerCase(Locale.ROOT) + ")");
        }
    }

    /**
     * Returns the value of each partition column for the period that holds the date, in the order of {@link #columns}, as it stands in a
     * path: {@code {dt=2026-01-31}} or {@code {year=2026, month=1}}.
     */
    public Map<String, String> values(LocalDate date) {
        Map<String, String> values = new LinkedHashMap<>();
        if (columns.size() == 1) {
            values.put(columns.get(0), grain.format(date));
        } else {
            List<Integer> fields = List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), fields.get(i).toString());
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
