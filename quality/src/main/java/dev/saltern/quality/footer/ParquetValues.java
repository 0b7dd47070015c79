/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Values as they stand in a Parquet file, as Java sees the Spark type of the column. */
final class ParquetValues {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private ParquetValues() {}

    /**
     * Returns how to turn a number or {@link Binary} of the file into a value of the column; nothing where the file holds
     * the column in another type than Spark would write, so that a reader converts in ways that the footer does not know.
     */
    static Optional<Function<Object, Object>> of(PrimitiveType file, DataType column) {
        LogicalTypeAnnotation logical = file.getLogicalTypeAnnotation();
        PrimitiveTypeName physical = file.getPrimitiveTypeName();
        if (column instanceof DecimalType decimal) {
            return decimal(physical, logical, decimal);
        }
        if (column.equals(DataTypes.StringType)) {
            boolean text = physical == PrimitiveTypeName.BINARY && logical instanceof StringLogicalTypeAnnotation;
            return when(text, value -> new String(((Binary) value).getBytes(), StandardCharsets.UTF_8));
        }
        if (column.equals(DataTypes.DateType)) {
            return when(
                    logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation,
                    value -> LocalDate.ofEpochDay(((Number) value).longValue()));
        }
        if (column.equals(DataTypes.TimestampType) || column.equals(DataTypes.TimestampNTZType)) {
            return time(physical, logical, column.equals(DataTypes.TimestampType));
        }
        if (column.equals(DataTypes.LongType)) {
            return when(physical == PrimitiveTypeName.INT64 && isSigned(logical, 64), value -> value);
        }
        return switch (column.typeName()) {
            case "boolean" -> when(physical == PrimitiveTypeName.BOOLEAN, value -> value);
            case "double" -> when(physical == PrimitiveTypeName.DOUBLE, value -> value);
            case "float" -> when(physical == PrimitiveTypeName.FLOAT, value -> value);
            case "integer" -> when(physical == PrimitiveTypeName.INT32 && isSigned(logical, 32), value -> value);
            case "short" ->
                when(
                        physical == PrimitiveTypeName.INT32 && isSigned(logical, 16),
                        value -> ((Number) value).shortValue());
            case "byte" ->
                when(
                        physical == PrimitiveTypeName.INT32 && isSigned(logical, 8),
                        value -> ((Number) value).byteValue());
            default -> Optional.empty();
        };
    }

    private static Optional<Function<Object, Object>> when(boolean known, Function<Object, Object> value) {
        return known ? Optional.of(value) : Optional.empty();
    }

    private static boolean isSigned(LogicalTypeAnnotation logical, int bits) {
        return logical == null
                ? bits >= 32
                : logical instanceof IntLogicalTypeAnnotation integer
                        && integer.isSigned()
                        && integer.getBitWidth() == bits;
    }

    private static Optional<Function<Object, Object>> decimal(
            PrimitiveTypeName physical, LogicalTypeAnnotation logical, DecimalType column) {
        if (!(logical instanceof DecimalLogicalTypeAnnotation decimal)
                || decimal.getScale() != column.scale()
                || decimal.getPrecision() != column.precision()) {
            return Optional.empty();
        }
        int scale = column.scale();
        return physical == PrimitiveTypeName.INT32 || physical == PrimitiveTypeName.INT64
                ? Optional.of(value -> BigDecimal.valueOf(((Number) value).longValue(), scale))
                : Optional.of(value -> new BigDecimal(new BigInteger(((Binary) value).getBytes()), scale));
    }

    private static Optional<Function<Object, Object>> time(
            PrimitiveTypeName physical, LogicalTypeAnnotation logical, boolean zoned) {
        if (physical != PrimitiveTypeName.INT64
                || !(logical instanceof TimestampLogicalTypeAnnotation time)
                || time.isAdjustedToUTC() != zoned
                || time.getUnit() != TimeUnit.MICROS) {
            return Optional.empty();
        }
        return Optional.of(value -> {
            Instant instant = Instant.EPOCH.plus(((Number) value).longValue(), ChronoUnit.MICROS);
            return zoned ? instant : local(((Number) value).longValue());
        });
    }

    private static LocalDateTime local(long micros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND),
                (int) (Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO),
                ZoneOffset.UTC);
    }
}
