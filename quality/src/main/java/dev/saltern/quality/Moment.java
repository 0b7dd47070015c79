/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Value;
import dev.saltern.quality.internal.Spark;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** {@code now()} as a literal of the kind that a column holds. */
final class Moment {
    private Moment() {}

    /**
     * Returns the time of the run, shifted as written: for a timestamp that instant, for a date the day that it falls on, and
     * for a timestamp without time zone its wall clock, both in {@link #zone()}. For another type it is returned as it is.
     */
    static Value of(Value.NowValue value, DataType type, Instant now) {
        Instant instant = now.plus(value.offset());
        if (type instanceof DateType) {
            return new Value.DateValue(instant.atZone(zone()).toLocalDate(), false);
        }
        if (type instanceof TimestampNTZType) {
            return new Value.TextValue(instant.atZone(zone()).toLocalDateTime().toString());
        }
        return type instanceof TimestampType ? new Value.TextValue(instant.toString()) : value;
    }

    /** Returns the time zone of this thread's Spark session, or UTC where there is no session. */
    static ZoneId zone() {
        return SparkSession.getActiveSession().isDefined()
                ? ZoneId.of(Spark.state(SparkSession.active()).conf().sessionLocalTimeZone(), ZoneId.SHORT_IDS)
                : ZoneOffset.UTC;
    }
}
