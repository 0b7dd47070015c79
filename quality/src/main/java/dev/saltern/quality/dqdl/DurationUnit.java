/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units of a length of time. A day is 24 hours. */
public enum DurationUnit {
    DAYS(ChronoUnit.DAYS),
    HOURS(ChronoUnit.HOURS),
    MINUTES(ChronoUnit.MINUTES);

    private final ChronoUnit unit;

    DurationUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the word as written in DQDL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration of(long amount) {
        return Duration.of(amount, unit);
    }

    static Optional<DurationUnit> find(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(DurationUnit::word).toList();
    }
}
