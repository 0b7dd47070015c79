/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which days the values of a partition stand for. */
public final class PartitionDays {
    private static final Pattern DASH = Pattern.compile("-");
    private static final List<Grain> BY_FIELDS = List.of(Grain.NONE, Grain.YEAR, Grain.MONTH, Grain.DAY);

    private PartitionDays() {}

    /** Returns how a table with such a partition is cut: {@code dt=2026-01} by month, {@code year=2026/month=1/day=31} by day. */
    public static Partitioning partitioning(Map<String, String> values) {
        int fields = fields(values).size();
        Grain grain = fields < BY_FIELDS.size() ? BY_FIELDS.get(fields) : Grain.NONE;
        return values.isEmpty() || grain == Grain.NONE
                ? Partitioning.NONE
                : new Partitioning(List.copyOf(values.keySet()), grain);
    }

    /** Returns the days of a partition; empty for a table without partitions, or if the values are no date. */
    public static Optional<Scope> of(Map<String, String> values) {
        List<String> fields = fields(values);
        Grain grain = partitioning(values).grain();
        if (grain == Grain.NONE) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.of(field(fields, 0), field(fields, 1), field(fields, 2));
            return Optional.of(new Scope(first, first).widenedTo(grain));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the partition as its path has it: {@code dt=2026-01-31}, or {@code all} for a table without partitions. */
    public static String text(Map<String, String> values) {
        List<String> steps = new ArrayList<>();
        values.forEach((column, value) -> steps.add(column + "=" + value));
        return steps.isEmpty() ? "all" : String.join("/", steps);
    }

    private static int field(List<String> fields, int index) {
        return index < fields.size() ? Integer.parseInt(fields.get(index)) : 1;
    }

    private static List<String> fields(Map<String, String> values) {
        return values.size() == 1
                ? List.of(DASH.split(values.values().iterator().next(), -1))
                : List.copyOf(values.values());
    }
}
