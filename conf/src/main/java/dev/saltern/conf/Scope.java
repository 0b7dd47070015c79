/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that a run claims, declared before anything is read: what it reads, and which partitions it replaces.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 */
public record Scope(LocalDate from, LocalDate to) {
    public Scope {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Invalid scope: " + from + ".." + to + " (must not end before it starts)");
        }
    }

    /** Returns the first day of each period of the grain that the scope touches, in order; one day for {@link Grain#NONE}. */
    public List<LocalDate> periods(Grain grain) {
        if (grain == Grain.NONE) {
            return List.of(from);
        }
        return Stream.iterate(grain.start(from), day -> !day.isAfter(to), grain::next)
                .toList();
    }

    /** Returns whether the scope covers every period of the grain that it touches from its first to its last day. */
    public boolean coversWhole(Grain grain) {
        return grain == Grain.NONE
                || (grain.start(from).equals(from) && grain.next(to).equals(to.plusDays(1)));
    }

    /** Returns the smallest scope around this one that covers whole periods of the grain. */
    public Scope widenedTo(Grain grain) {
        return grain == Grain.NONE
                ? this
                : new Scope(grain.start(from), grain.next(to).minusDays(1));
    }

    /** Returns {@code 2026-01-31}, or {@code 2026-01-01..2026-01-31}. */
    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + ".." + to;
    }
}
