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
 * @param lookback how many periods before that of its file a row may belong to and still be published there; 0 or more
 */
public record Partitioning(
        @Key(name = "column", doc = "The partition column, or the calendar columns in the order year, month, day.")
        List<String> columns,

        @Key(doc = "How much time one partition holds: day, month, year or none.", defaultValue = DEFAULT_GRAIN)
        Grain grain,

        @Key(
                doc =
                        "How many periods back a late row may belong: one in the files of a day is published with its own day, which is opened again, if that is at most so many periods earlier; rows of earlier ones are quarantined as late.",
                defaultValue = DEFAULT_LOOKBACK)
        int lookback) {
    /** One partition holds one day. */
    public static final String DEFAULT_GRAIN = "day";

    /** No period is opened again for late rows. */
    public static final String DEFAULT_LOOKBACK = "0";

    /** More would let every run look at a year of journals. */
    public static final int MAX_LOOKBACK = 366;

    /** A table without partitions. */
    public static final Partitioning NONE = new Partitioning(List.of(), Grain.NONE, 0);

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

    /** Without lookback. */
    public Partitioning(List<String> columns, Grain grain) {
        this(columns, grain, 0);
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
