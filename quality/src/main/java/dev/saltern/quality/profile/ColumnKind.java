/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** What can be told of a column, by its type. */
enum ColumnKind {
    WHOLE,
    FLOATING,
    DECIMAL,
    TEXT,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    /** Binary, arrays, maps, structs, intervals: only whether the value is there. */
    OPAQUE;

    static ColumnKind of(DataType type) {
        if (type instanceof StringType) {
            return TEXT;
        }
        if (type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType) {
            return WHOLE;
        }
        if (type instanceof DoubleType || type instanceof FloatType) {
            return FLOATING;
        }
        if (type instanceof DecimalType) {
            return DECIMAL;
        }
        if (type instanceof BooleanType) {
            return BOOLEAN;
        }
        if (type instanceof DateType) {
            return DATE;
        }
        return type instanceof TimestampType || type instanceof TimestampNTZType ? TIMESTAMP : OPAQUE;
    }

    /** Whether values have a mean. */
    boolean isNumber() {
        return this == WHOLE || this == FLOATING || this == DECIMAL;
    }

    /** Whether values lie on a line, so that they have quantiles. */
    boolean isMeasure() {
        return isNumber() || isTime();
    }

    boolean isTime() {
        return this == DATE || this == TIMESTAMP;
    }
}
