/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.zone.ZoneRules;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Text to TIMESTAMP, exact to the microsecond. A time that names no zone is in the source's zone; where clocks were put back the earlier
 * moment counts, and a time that clocks skipped is moved on by the length of the gap, as {@link java.time.ZonedDateTime} does.
 */
final class TimestampCell implements TextCell {
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private final IsoMoment iso = new IsoMoment();
    private final TimePatterns patterns;
    private final ZoneRules zone;

    TimestampCell(List<String> patterns, ZoneId zone) {
        this.patterns = new TimePatterns(patterns);
        this.zone = zone.getRules();
    }

    @Override
    public boolean write(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        if (!patterns.isEmpty()) {
            return writePattern(patterns.parse(bytes, from, to), row, ordinal);
        }
        if (!iso.parseDateTime(bytes, from, to)) {
            return false;
        }
        long local = iso.localMicros();
        int offset = iso.hasOffset ? iso.offsetSeconds : offset(local);
        row.setLong(ordinal, local - offset * MICROS_PER_SECOND);
        return true;
    }

    private int offset(long localMicros) {
        if (zone.isFixedOffset()) {
            return zone.getOffset(LocalDateTime.MIN).getTotalSeconds();
        }
        LocalDateTime local =
                LocalDateTime.ofEpochSecond(Math.floorDiv(localMicros, MICROS_PER_SECOND), 0, ZoneOffset.UTC);
        return zone.getOffset(local).getTotalSeconds();
    }

    private boolean writePattern(@Nullable TemporalAccessor parsed, InternalRow row, int ordinal) {
        LocalDateTime local = parsed == null ? null : localDateTime(parsed);
        if (parsed == null || local == null) {
            return false;
        }
        ZoneId named = parsed.query(TemporalQueries.zone());
        ZoneRules rules = named == null ? zone : named.getRules();
        row.setLong(ordinal, micros(local) - rules.getOffset(local).getTotalSeconds() * MICROS_PER_SECOND);
        return true;
    }

    /** Returns date and time, midnight if none was read; null if it is finer than a microsecond. */
    static @Nullable LocalDateTime localDateTime(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null || (time != null && time.toNanoOfDay() % 1000 != 0)) {
            return null;
        }
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    /** Returns the microseconds from 1970-01-01T00:00 to a local time. */
    static long micros(LocalDateTime local) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), local);
    }
}
