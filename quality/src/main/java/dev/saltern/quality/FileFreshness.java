/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code FileFreshness "s3://bucket/day/" > (now() - 24 hours)}: the time when every file, or a share of them in [0, 1], was last
 * written meets the condition.
 *
 * <p>{@code now()} is the time of the run; a date is its first moment and a time of day is on the day of the run, both in the time
 * zone of the tag {@code timeZone}, UTC without it. {@code between} excludes both ends and takes them in either order, as AWS's own
 * example has the later one first. To the millisecond. A listing; no file is opened.
 *
 * @see FileRule
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-FileFreshness.html">FileFreshness</a>
 */
final class FileFreshness implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        Optional<String> named = FileRule.tag(filed.rule(), "timeZone");
        ZoneId zone;
        try {
            zone = named.isPresent() ? ZoneId.of(named.get(), ZoneId.SHORT_IDS) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            scope.problem(
                    filed.rule().span(), "Invalid timeZone: " + named.orElse("") + " (must be such as Europe/Vienna)");
            return Optional.empty();
        }
        Condition millis = ordered(condition.map(value -> new Value.NumberValue(
                BigDecimal.valueOf(instant(value, scope.setting().now(), zone).toEpochMilli()))));
        return FileRule.of(filed, scope)
                .map(rule -> rule.each(
                        MetricName.table("FileFreshness.Compliance"),
                        condition,
                        file -> millis.holds(BigDecimal.valueOf(file.modified().toEpochMilli()))));
    }

    private static Instant instant(Value value, Instant now, ZoneId zone) {
        if (value instanceof Value.NowValue shifted) {
            return now.plus(shifted.offset());
        }
        if (value instanceof Value.DateValue date) {
            return date.date().atStartOfDay(zone).toInstant();
        }
        Value.TimeValue time = (Value.TimeValue) value;
        return now.atZone(zone).toLocalDate().atTime(time.time()).atZone(zone).toInstant();
    }

    private static Condition ordered(Condition condition) {
        if (!(condition instanceof Condition.Between between)) {
            return condition;
        }
        List<Value> ends = condition.values().stream()
                .sorted(Comparator.comparing(end -> ((Value.NumberValue) end).number()))
                .toList();
        return new Condition.Between(ends.get(0), ends.get(1), between.negated());
    }
}
