/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The readings of one day, line by line in the order of time; the same whatever other days are generated.
 *
 * <p>No two clean lines have the same timestamp: line {@code i} of {@code n} stands at {@code i / n} of the day, cut to seconds where there
 * are at most 86400 lines, else to milliseconds. Memory does not grow with the rows.
 */
final class ReadingDay {
    private static final long DAY_MILLIS = 86_400_000;
    private static final int PURPOSE = 1;
    private static final int SENSOR_PURPOSE = 2;
    /** Duplicates repeat one of so many clean lines before them. */
    private static final int MEMORY = 1000;

    private static final List<String> FIRMWARES = List.of("1.3.9", "1.4.0", "1.4.2", "2.0.0-rc1");
    private static final List<String> NO_NUMBERS = List.of("\"n/a\"", "\"ERR\"", "\"12,5\"", "true");
    /** Longer than any first delivery takes; without chance in it, so that no line is sent twice at the same instant. */
    private static final Duration RESEND_DELAY = Duration.ofMinutes(5);

    private final SampleSpec spec;
    private final Instant midnight;
    private final long unitMillis;
    private final RandomStream random;
    private final List<Reading> memory = new ArrayList<>();
    private long dirtyLines;
    private long hotLines;

    ReadingDay(SampleSpec spec, LocalDate day) {
        this.spec = spec;
        this.midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.unitMillis = spec.rows() <= DAY_MILLIS / 1000 ? 1000 : 1;
        this.random = RandomStream.of(spec.seed(), PURPOSE, day.toEpochDay());
    }

    /** A line and what is wrong with it. */
    record Line(String text, Optional<Dirt> dirt) {}

    /** Returns the line at the index; to be called once for each index, in order from 0. */
    Line line(long index) {
        Reading reading = reading(index);
        boolean dirty = Math.floor((index + 1) * spec.dirtRate()) > Math.floor(index * spec.dirtRate());
        if (dirty) {
            Dirt dirt = Dirt.after(dirtyLines);
            dirtyLines++;
            return new Line(dirtyText(dirt, reading), Optional.of(dirt));
        }
        hotLines += reading.sensor() == 1 ? 1 : 0;
        remember(reading);
        return new Line(reading.json(), Optional.empty());
    }

    /** Returns how many of the clean lines so far came from the hot sensor. */
    long hotLines() {
        return hotLines;
    }

    private Reading reading(long index) {
        long millis = index * DAY_MILLIS / spec.rows() / unitMillis * unitMillis;
        Instant timestamp = midnight.plusMillis(millis);
        int sensor = sensor();
        Metric metric = Metric.ALL.get(random.below(Metric.ALL.size()));
        double offset = RandomStream.of(spec.seed(), SENSOR_PURPOSE, sensor).noise();
        return new Reading(
                sensor,
                timestamp,
                timestamp.plusMillis(500 + random.below(30_000)),
                metric,
                metric.hundredths((double) millis / DAY_MILLIS, offset, random.noise()),
                FIRMWARES.get(sensor % FIRMWARES.size()),
                330 + random.below(80));
    }

    private int sensor() {
        boolean hot = random.share() < spec.hotShare();
        return hot || spec.sensors() == 1 ? 1 : 2 + random.below(spec.sensors() - 1);
    }

    private void remember(Reading reading) {
        if (memory.size() < MEMORY) {
            memory.add(reading);
        } else {
            memory.set(random.below(MEMORY), reading);
        }
    }

    private String dirtyText(Dirt dirt, Reading reading) {
        return switch (dirt) {
            case TRUNCATED -> truncated(reading.json());
            case WRONG_TYPE -> reading.jsonWithValue(NO_NUMBERS.get(random.below(NO_NUMBERS.size())));
            case MISSING_SENSOR -> reading.jsonWithSensor(random.below(2) == 0 ? "" : "\"sensor_id\":null,");
            case OUT_OF_RANGE -> reading.jsonWithValue(reading.metric().impossible());
            case LATE -> reading.at(late(reading.timestamp())).json();
            case RESENT ->
                remembered()
                        .resent(reading.timestamp().plus(RESEND_DELAY), 1 + random.below(50))
                        .json();
            case EXACT_DUPLICATE -> remembered().json();
        };
    }

    private String truncated(String line) {
        return line.substring(0, line.length() / 3 + random.below(line.length() / 2));
    }

    /** A day earlier and half a unit aside, where no clean line of that day stands. */
    private Instant late(Instant timestamp) {
        return timestamp.minusMillis(DAY_MILLIS).plusNanos(unitMillis * 500_000);
    }

    private Reading remembered() {
        return memory.get(random.below(memory.size()));
    }
}
