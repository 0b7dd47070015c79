/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns of {@link DateTimeFormatter}, tried in order; strict (30 February is no date), month names in English. */
final class TimePatterns {
    private final List<DateTimeFormatter> formatters = new ArrayList<>();

    TimePatterns(List<String> patterns) {
        for (String pattern : patterns) {
            formatters.add(formatter(pattern));
        }
    }

    /** Returns the formatter of a pattern; throws {@link IllegalArgumentException} for what is none. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    boolean isEmpty() {
        return formatters.isEmpty();
    }

    /** Returns the date and what else the first fitting pattern reads, or null if none fits the whole text or gives a date. */
    @Nullable
    TemporalAccessor parse(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        for (DateTimeFormatter formatter : formatters) {
            ParsePosition position = new ParsePosition(0);
            TemporalAccessor syntax = formatter.parseUnresolved(text, position);
            if (syntax != null && position.getErrorIndex() < 0 && position.getIndex() == text.length()) {
                TemporalAccessor parsed = resolve(formatter, text);
                if (parsed != null && parsed.query(TemporalQueries.localDate()) != null) {
                    return parsed;
                }
            }
        }
        return null;
    }

    private static @Nullable TemporalAccessor resolve(DateTimeFormatter formatter, String text) {
        try {
            return formatter.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
