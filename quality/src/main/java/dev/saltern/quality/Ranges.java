/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Span;
import dev.saltern.quality.dqdl.Value;
import org.jspecify.annotations.Nullable;

/** Finds ranges that no value, or every value, is in because their ends are the wrong way round. */
final class Ranges {
    private Ranges() {}

    /** Reports an inverted or empty range and returns whether the condition has none. */
    static boolean check(@Nullable Condition condition, @Nullable Span at, Scope scope) {
        if (condition instanceof Condition.Between between && at != null && !ascending(between.low(), between.high())) {
            scope.problem(at, "Invalid range: " + between.text() + " (must be from the lower end to the higher)");
            return false;
        }
        return true;
    }

    private static boolean ascending(Value low, Value high) {
        if (low instanceof Value.NumberValue from && high instanceof Value.NumberValue to) {
            return from.number().compareTo(to.number()) < 0;
        }
        if (low instanceof Value.NowValue from && high instanceof Value.NowValue to) {
            return from.offset().compareTo(to.offset()) < 0;
        }
        if (low instanceof Value.DurationValue from && high instanceof Value.DurationValue to) {
            return from.duration().compareTo(to.duration()) < 0;
        }
        if (low instanceof Value.SizeValue from && high instanceof Value.SizeValue to) {
            return from.bytes().compareTo(to.bytes()) < 0;
        }
        return !(isText(low) && isText(high)) || sortable(low).compareTo(sortable(high)) < 0;
    }

    private static boolean isText(Value value) {
        return value instanceof Value.TextValue || value instanceof Value.DateValue;
    }

    /** Dates and times in ISO form sort as text, with one separator between day and hour. */
    private static String sortable(Value value) {
        if (value instanceof Value.TextValue text) {
            return text.string();
        }
        return value instanceof Value.DateValue date ? date.date().toString() : value.text();
    }
}
